import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { formatEuros, formatNumber, formatShortEuros } from '../../parts/format';
import { MonthFigures } from '../../parts/month-figures/month-figures';

interface Props {
  readonly figures: readonly Schemas['MonthFigures'][];
}

const monthsOf = (figures: readonly Schemas['MonthFigures'][]) => figures.map(({ month }) => month);
/** Without money, the axis has no currency. */
const axis = (cents: number) => (cents === 0 ? formatNumber(0) : formatShortEuros(cents));
const euros = (values: readonly number[], title: string) => ({
  ...{ title, values, format: formatEuros, hasTotal: true },
});

/** What was invoiced and what came in. */
export function MoneySection({ figures }: Props) {
  const { t } = useTranslation();
  const gross = figures.map(({ invoicedGrossCents }) => invoicedGrossCents);
  const net = figures.map(({ invoicedNetCents }) => invoicedNetCents);
  const cashed = figures.map(({ cashedCents }) => cashedCents);
  return (
    <MonthFigures
      title={t('billing.money.title')}
      about={t('billing.money.about')}
      months={monthsOf(figures)}
      axis={axis}
      series={[
        { name: t('billing.money.invoiced'), tone: 'main', values: gross },
        { name: t('billing.money.cashed'), tone: 'second', values: cashed },
      ]}
      columns={[
        euros(net, t('billing.money.net')),
        euros(gross, t('billing.money.invoiced')),
        euros(cashed, t('billing.money.cashed')),
      ]}
    />
  );
}

/** What clients owed, and what of it was late. */
export function OpenSection({ figures }: Props) {
  const { t } = useTranslation();
  const open = figures.map(({ openCents }) => openCents);
  const late = figures.map(({ lateCents }) => lateCents);
  return (
    <MonthFigures
      title={t('billing.open.title')}
      about={t('billing.open.about')}
      months={monthsOf(figures)}
      axis={axis}
      series={[
        { name: t('billing.open.open'), tone: 'main', values: open },
        { name: t('billing.open.late'), tone: 'late', values: late },
      ]}
      columns={[
        { ...euros(open, t('billing.open.open')), hasTotal: false },
        { ...euros(late, t('billing.open.late')), hasTotal: false },
      ]}
    />
  );
}

/** Quotes by the answer of the client. */
export function QuotesSection({ figures }: Props) {
  const { t } = useTranslation();
  const won = figures.map(({ quotesWonNetCents }) => quotesWonNetCents);
  const lost = figures.map(({ quotesLostNetCents }) => quotesLostNetCents);
  const count = (values: readonly number[], title: string) => ({
    ...{ title, values, format: formatNumber, hasTotal: true },
  });
  return (
    <MonthFigures
      title={t('billing.quotes.title')}
      about={t('billing.quotes.about')}
      months={monthsOf(figures)}
      axis={axis}
      series={[
        { name: t('billing.quotes.won'), tone: 'main', values: won },
        { name: t('billing.quotes.lost'), tone: 'late', values: lost },
      ]}
      columns={[
        count(
          figures.map(({ quotesWon }) => quotesWon),
          t('billing.quotes.wonCount'),
        ),
        euros(won, t('billing.quotes.won')),
        count(
          figures.map(({ quotesLost }) => quotesLost),
          t('billing.quotes.lostCount'),
        ),
        euros(lost, t('billing.quotes.lost')),
      ]}
    />
  );
}

/** What free prints were worth. */
export function FreeSection({ figures }: Props) {
  const { t } = useTranslation();
  const values = figures.map(({ freeValueCents }) => freeValueCents);
  return (
    <MonthFigures
      title={t('billing.free.title')}
      about={t('billing.free.about')}
      months={monthsOf(figures)}
      axis={axis}
      series={[{ name: t('billing.free.value'), tone: 'second', values }]}
      columns={[euros(values, t('billing.free.value'))]}
    />
  );
}
