import { useTranslation } from 'react-i18next';
import { roleValues } from '../../../api/schema';
import { FilterSelect } from '../filter-select';
import { type AccountFilter, STATES } from './accounts-query';

interface Props {
  readonly filters: Readonly<Record<AccountFilter, string>>;
  readonly onChange: (name: AccountFilter, value: string) => void;
}

/** Narrows the list of accounts to a role, or to those that are disabled. */
export function AccountFilters({ filters, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FilterSelect
        label={t('accounts.filterRole')}
        value={filters.role}
        onChange={(role) => onChange('role', role)}
      >
        <option value="">{t('settings.all')}</option>
        {roleValues.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('accounts.filterState')}
        value={filters.state}
        onChange={(state) => onChange('state', state)}
      >
        <option value="">{t('settings.all')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`accounts.${state}`)}
          </option>
        ))}
      </FilterSelect>
    </>
  );
}
