import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsSection } from '../settings-section';
import { todayInParis } from '../today';
import { IncomeRows } from './income-rows';
import { MoneyRows, VatRows } from './other-rows';
import { AccountField, JournalField } from './single-fields';
import { atFields, type BookAccounts, bodyOf, type Values, valuesOf } from './values';

const GENERAL = ['clients', 'deposits', 'membersMoney'] as const;
const JOURNALS = ['sales', 'other'] as const;

/** All accounts and journals, and the day from which they count. */
export function AccountsForm({ accounts }: { accounts: BookAccounts }) {
  const { t } = useTranslation();
  const toast = useToast();
  const send = async (values: Values) => {
    try {
      return await content(api.PUT('/api/v1/settings/book-accounts', { body: bodyOf(values) }));
    } catch (error) {
      throw atFields(error);
    }
  };
  return (
    <Form<Values, BookAccounts>
      initial={valuesOf(accounts, todayInParis())}
      send={send}
      touches={['/api/v1/settings/book-accounts']}
      onDone={() => toast(t('book-accounts.saved'))}
      submit={t('common.save')}
    >
      {(fields) => (
        <>
          <SettingsSection title={t('book-accounts.income.title')}>
            <p className="quiet">{t('book-accounts.income.help')}</p>
            <IncomeRows fields={fields} />
          </SettingsSection>
          <SettingsSection title={t('book-accounts.vat.title')}>
            <VatRows fields={fields} />
            <AccountField fields={fields} name="otherVat" title={t('book-accounts.vat.other')} />
          </SettingsSection>
          <SettingsSection title={t('book-accounts.general.title')}>
            {GENERAL.map((name) => (
              <AccountField
                key={name}
                fields={fields}
                name={name}
                title={t(`book-accounts.general.${name}`)}
              />
            ))}
          </SettingsSection>
          <SettingsSection title={t('book-accounts.money.title')}>
            <p className="quiet">{t('book-accounts.money.help')}</p>
            <MoneyRows fields={fields} />
          </SettingsSection>
          <SettingsSection title={t('book-accounts.journals.title')}>
            {JOURNALS.map((name) => (
              <JournalField
                key={name}
                fields={fields}
                name={name}
                title={t(`book-accounts.journals.${name}`)}
              />
            ))}
          </SettingsSection>
          <TextInput
            {...fields.field('inForceFrom')}
            type="date"
            maw="20rem"
            label={t('book-accounts.inForceFrom')}
            description={t('book-accounts.fromHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
          />
        </>
      )}
    </Form>
  );
}
