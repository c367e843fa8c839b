import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { AccountRows } from './account-rows';
import type { MoneyRow, Values, VatRow } from './values';

interface Props {
  readonly fields: Fields<Values>;
}

/** The account of the VAT at each rate. */
export function VatRows({ fields }: Props) {
  const { t } = useTranslation();
  return (
    <AccountRows<VatRow>
      fields={fields}
      list="vat"
      blank={{ rate: '', number: '', label: '' }}
      addLabel={t('book-accounts.vat.add')}
      nameOf={({ label }, number) => label || t('book-accounts.vat.row', { number })}
    >
      {(row, change, name) => (
        <TextInput
          className="account-short"
          label={t('book-accounts.vat.rate')}
          aria-label={`${t('book-accounts.vat.rate')} – ${name}`}
          inputMode="decimal"
          value={row.rate}
          onChange={({ currentTarget }) => change({ rate: currentTarget.value })}
          required
          maxLength={6}
        />
      )}
    </AccountRows>
  );
}

/** The journal and the label of each account that money comes to. */
export function MoneyRows({ fields }: Props) {
  const { t } = useTranslation();
  return (
    <AccountRows<MoneyRow>
      fields={fields}
      list="money"
      blank={{ number: '', label: '', code: '', journalLabel: '' }}
      addLabel={t('book-accounts.money.add')}
      nameOf={({ label }, number) => label || t('book-accounts.money.row', { number })}
    >
      {(row, change, name) => (
        <>
          <TextInput
            className="account-short"
            label={t('book-accounts.code')}
            aria-label={`${t('book-accounts.code')} – ${name}`}
            value={row.code}
            onChange={({ currentTarget }) => change({ code: currentTarget.value })}
            required
            maxLength={6}
          />
          <TextInput
            className="account-label"
            label={t('book-accounts.journalLabel')}
            aria-label={`${t('book-accounts.journalLabel')} – ${name}`}
            value={row.journalLabel}
            onChange={({ currentTarget }) => change({ journalLabel: currentTarget.value })}
            required
            maxLength={100}
          />
        </>
      )}
    </AccountRows>
  );
}
