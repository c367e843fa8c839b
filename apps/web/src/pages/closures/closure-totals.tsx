import { useTranslation } from 'react-i18next';
import { meansValues } from '../../api/schema';
import { formatEuros, formatNumber } from '../../parts/format';
import { useMeansName } from '../payments/use-means-name';
import type { Closure } from './closure';

interface TableProps {
  readonly title: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it; the others are figures. */
  readonly rows: readonly (readonly string[])[];
}

function Totals({ title, heads, rows }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <table className="closure-totals">
      <caption>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {figures.map((figure, at) => (
              <td key={heads[at + 1]} className="figures">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that a closure sealed. */
export function ClosureTotals({ closure: { totals, perpetual } }: { closure: Closure }) {
  const { t, i18n } = useTranslation();
  const nameOf = useMeansName();
  const word = (name: 'count' | 'net' | 'vat' | 'gross' | 'base' | 'in' | 'out' | 'amount') =>
    t(`closures.detail.${name}`);
  const { documents, vat, payments, accounts } = totals;
  const isEmpty = [documents, vat, payments, accounts].every(({ length }) => length === 0);
  const meansName = (code: string) => {
    const known = meansValues.find((each) => each === code);
    return known ? nameOf(known) : code;
  };
  const accountName = (kind: string) =>
    i18n.exists(`closures.detail.accountKinds.${kind}`)
      ? t(`closures.detail.accountKinds.${kind as 'charge'}`)
      : kind;
  return (
    <div className="closure-detail">
      {isEmpty && <p>{t('closures.detail.nothing')}</p>}
      <Totals
        title={t('closures.detail.documents')}
        heads={[t('closures.detail.kind'), word('count'), word('net'), word('vat'), word('gross')]}
        rows={documents.map(({ kind, count, netCents, vatCents, grossCents }) => [
          ...[t(`closures.detail.kinds.${kind}`), formatNumber(count)],
          ...[netCents, vatCents, grossCents].map(formatEuros),
        ])}
      />
      <Totals
        title={t('closures.detail.rates')}
        heads={[t('closures.detail.rate'), word('base'), word('vat')]}
        rows={vat.map(({ categoryCode, rateBasisPoints, baseCents, vatCents }) => [
          t(`closures.detail.categories.${categoryCode}`, {
            rate: `${formatNumber(rateBasisPoints / 100, 2)}\u00a0%`,
          }),
          ...[baseCents, vatCents].map(formatEuros),
        ])}
      />
      <Totals
        title={t('closures.detail.payments')}
        heads={[t('closures.detail.means'), word('count'), word('in'), word('out')]}
        rows={payments.map(({ means, count, inCents, outCents }) => [
          ...[meansName(means), formatNumber(count)],
          ...[inCents, outCents].map(formatEuros),
        ])}
      />
      <Totals
        title={t('closures.detail.accounts')}
        heads={[t('closures.detail.kind'), word('count'), word('amount')]}
        rows={accounts.map(({ kind, count, cents }) => [
          ...[accountName(kind), formatNumber(count), formatEuros(cents)],
        ])}
      />
      <p className="quiet">
        {t('closures.detail.perpetual', {
          sold: formatEuros(perpetual.soldCents),
          received: formatEuros(perpetual.receivedCents),
        })}
      </p>
    </div>
  );
}
