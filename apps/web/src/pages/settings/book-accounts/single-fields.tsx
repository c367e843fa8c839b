import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import {
  type AccountName,
  codeField,
  type JournalName,
  labelField,
  numberField,
  type Values,
} from './values';

interface Props<Name> {
  readonly fields: Fields<Values>;
  readonly name: Name;
  readonly title: string;
}

/** An account that has a place of its own. */
export function AccountField({ fields, name, title }: Props<AccountName>) {
  const { t } = useTranslation();
  return (
    <fieldset className="account-row">
      <legend>{title}</legend>
      <TextInput
        {...fields.field(numberField(name))}
        className="account-number"
        label={t('book-accounts.number')}
        aria-label={`${t('book-accounts.number')} – ${title}`}
        required
        maxLength={16}
      />
      <TextInput
        {...fields.field(labelField(name))}
        className="account-label"
        label={t('book-accounts.label')}
        aria-label={`${t('book-accounts.label')} – ${title}`}
        required
        maxLength={100}
      />
    </fieldset>
  );
}

/** A journal that has a place of its own. */
export function JournalField({ fields, name, title }: Props<JournalName>) {
  const { t } = useTranslation();
  return (
    <fieldset className="account-row">
      <legend>{title}</legend>
      <TextInput
        {...fields.field(codeField(name))}
        className="account-short"
        label={t('book-accounts.code')}
        aria-label={`${t('book-accounts.code')} – ${title}`}
        required
        maxLength={6}
      />
      <TextInput
        {...fields.field(labelField(name))}
        className="account-label"
        label={t('book-accounts.journalLabel')}
        aria-label={`${t('book-accounts.journalLabel')} – ${title}`}
        required
        maxLength={100}
      />
    </fieldset>
  );
}
