import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useActivityName } from '../../../parts/activity-name/use-activity-name';
import type { Fields } from '../../../parts/form/form';
import { useActivities } from '../catalogue/use-activities';
import { AccountRows } from './account-rows';
import { type IncomeRow, readRows, type Values } from './values';

const CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O'] as const;
const NATURES = ['goods', 'services'] as const;
const BLANK: IncomeRow = { activity: '', nature: '', category: '', number: '', label: '' };

/** Which income goes to which account. */
export function IncomeRows({ fields }: { fields: Fields<Values> }) {
  const { t } = useTranslation();
  const { known } = useActivities();
  const activityName = useActivityName();
  const used = readRows<IncomeRow>(fields.values.income).map(({ activity }) => activity);
  const activities = [...new Set([...known, ...used])].filter((activity) => activity !== '');
  const any = { value: '', label: t('book-accounts.income.any') };
  return (
    <AccountRows<IncomeRow>
      fields={fields}
      list="income"
      blank={BLANK}
      addLabel={t('book-accounts.income.add')}
      nameOf={({ label }, number) => label || t('book-accounts.income.row', { number })}
    >
      {(row, change, name) => (
        <>
          <NativeSelect
            label={t('book-accounts.income.activity')}
            aria-label={`${t('book-accounts.income.activity')} – ${name}`}
            value={row.activity}
            onChange={({ currentTarget }) => change({ activity: currentTarget.value })}
            data={[
              { value: '', label: t('book-accounts.income.anyActivity') },
              ...activities.map((value) => ({ value, label: activityName(value) })),
            ]}
          />
          <NativeSelect
            label={t('book-accounts.income.category')}
            aria-label={`${t('book-accounts.income.category')} – ${name}`}
            value={row.category}
            onChange={({ currentTarget }) => change({ category: currentTarget.value })}
            data={[
              any,
              ...CATEGORIES.map((value) => ({ value, label: t(`book-accounts.income.categories.${value}`) })),
            ]}
          />
          <NativeSelect
            label={t('book-accounts.income.nature')}
            aria-label={`${t('book-accounts.income.nature')} – ${name}`}
            value={row.nature}
            onChange={({ currentTarget }) => change({ nature: currentTarget.value })}
            data={[any, ...NATURES.map((value) => ({ value, label: t(`book-accounts.income.${value}`) }))]}
          />
        </>
      )}
    </AccountRows>
  );
}
