import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from './values';

interface Props {
  readonly row: Account;
  /** What the row is, for those who do not see it. */
  readonly name: string;
  readonly onChange: (change: Partial<Account>) => void;
}

/** Number and label of an account in a list. */
export function AccountInputs({ row, name, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        className="account-number"
        label={t('book-accounts.number')}
        aria-label={`${t('book-accounts.number')} – ${name}`}
        value={row.number}
        onChange={({ currentTarget }) => onChange({ number: currentTarget.value })}
        required
        maxLength={16}
      />
      <TextInput
        className="account-label"
        label={t('book-accounts.label')}
        aria-label={`${t('book-accounts.label')} – ${name}`}
        value={row.label}
        onChange={({ currentTarget }) => onChange({ label: currentTarget.value })}
        required
        maxLength={100}
      />
    </>
  );
}
