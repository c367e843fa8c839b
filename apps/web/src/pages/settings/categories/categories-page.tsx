import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable } from '../../../parts/table/data-table';
import { SettingsFrame } from '../settings-frame';
import { categoryColumns } from './category-columns';
import { CategoryForm } from './category-form';
import { en, fr } from './words';

addWords('categories', { fr, en });

/** Between two categories, so that another one fits between them. */
const STEP = 10;

/** The categories of members, which decide the rates that apply to each. */
export default function CategoriesPage() {
  const { t } = useTranslation();
  const mayChange = holds(useMe(), 'administrator');
  const categories = useQuery(get('/api/v1/categories'));
  const columns = useMemo(() => categoryColumns(t, mayChange), [t, mayChange]);
  const last = Math.max(0, ...(categories.data?.items.map(({ position }) => position) ?? []));
  const add = (
    <DialogButton variant="filled" label={t('categories.add')}>
      {(close) => <CategoryForm position={last + STEP} onDone={close} />}
    </DialogButton>
  );
  return (
    <SettingsFrame name="categories" actions={mayChange && add}>
      <p className="settings-intro">{t('categories.intro')}</p>
      {!mayChange && <p className="settings-intro">{t('settings.readOnly')}</p>}
      {categories.isPending && <Loading />}
      {categories.isError && (
        <ProblemAlert error={categories.error} retry={() => void categories.refetch()} />
      )}
      {categories.data && (
        <DataTable
          label={t('settings.pages.categories.title')}
          columns={columns}
          rows={categories.data.items}
          rowId={({ code }) => code}
          empty={<Empty title={t('categories.none')} />}
        />
      )}
    </SettingsFrame>
  );
}
