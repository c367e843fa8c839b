import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { formatEuros } from '../format';
import { formatMeasure } from './measures';
import { en, fr } from './words';

addWords('prepaid', { fr, en });

/** The figures of an account, and how to transfer money to it. */
export function AccountFacts({ account }: { account: Schemas['MemberAccount'] }) {
  const { t } = useTranslation();
  const { balanceCents, reservedCents, allowanceCents, availableCents, uninvoicedCents } = account;
  const { freeUse, reference, bank } = account;
  return (
    <Paper withBorder p="md">
      <dl className="facts">
        <Fact name={t('prepaid.balance')}>{formatEuros(balanceCents)}</Fact>
        <Fact name={t('prepaid.reserved')}>{formatEuros(reservedCents)}</Fact>
        <Fact name={t('prepaid.available')}>{formatEuros(availableCents)}</Fact>
        {allowanceCents > 0 && <Fact name={t('prepaid.allowance')}>{formatEuros(allowanceCents)}</Fact>}
        {uninvoicedCents > 0 && <Fact name={t('prepaid.uninvoiced')}>{formatEuros(uninvoicedCents)}</Fact>}
        {freeUse && (
          <Fact name={t('prepaid.free.title')}>
            {t('prepaid.free.left', {
              left: formatMeasure(freeUse.measure, freeUse.left),
              all: formatMeasure(freeUse.measure, freeUse.amount),
            })}
          </Fact>
        )}
        {reference && <Fact name={t('prepaid.reference')}>{reference}</Fact>}
        {reference && bank && <Fact name="IBAN">{bank.iban}</Fact>}
      </dl>
    </Paper>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="typed">{children}</dd>
  </div>
);
