import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addWords } from '../../i18n/add-words';
import { formatEuros } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { formatMeasure } from '../../parts/prepaid/measures';
import { en, fr } from '../../parts/prepaid/words';
import { Part } from './folding';
import type { Preview } from './queries';

addWords('prepaid', { fr, en });

const ENDS = ['cancelledByMaker', 'cancelledByStaff', 'failed'] as const;

/** Who pays, whether their account covers it, and what a stopped print costs; nothing where no account pays. */
export function PaymentNote({ payment }: Pick<Preview, 'payment'>) {
  const { t } = useTranslation();
  const { payer, payerName, coverage, policy } = payment;
  if (payer === 'none' || payer === 'client') return null;
  const who = payer === 'account' && payerName ? 'accountOf' : payer;
  return (
    <Part title={t('prepaid.pay.title')}>
      <Text>{t(`prepaid.pay.${who}`, { name: payerName })}</Text>
      {coverage && <Coverage coverage={coverage} isOwn={payerName === null} />}
      {policy && (
        <Text size="sm">
          {t('prepaid.pay.policy')} –{' '}
          {ENDS.map(
            (end) => `${t(`prepaid.pay.ends.${end}`)} : ${t(`prepaid.pay.parts.${policy[end]}`)}`,
          ).join(' ; ')}
        </Text>
      )}
    </Part>
  );
}

interface CoverageProps {
  readonly coverage: NonNullable<Preview['payment']['coverage']>;
  readonly isOwn: boolean;
}

function Coverage({ coverage, isOwn }: CoverageProps) {
  const { t } = useTranslation();
  const { neededCents, coveredCents, fits, free } = coverage;
  const amounts = { needed: formatEuros(neededCents), covered: formatEuros(coveredCents) };
  const isFree = free !== null && free.amount > 0;
  return (
    <>
      {isFree && (
        <Text size="sm">
          {t('prepaid.pay.freeNow', { amount: formatMeasure(free.measure, free.amount) })}
        </Text>
      )}
      {fits && neededCents > 0 && <Text size="sm">{t('prepaid.pay.fits', amounts)}</Text>}
      {!fits && (
        <Notice title={t('prepaid.pay.covers', amounts)}>
          <Text size="sm">{t('prepaid.pay.waits')}</Text>
          {isOwn && <Link to="/balance">{t('prepaid.pay.see')}</Link>}
        </Notice>
      )}
    </>
  );
}
