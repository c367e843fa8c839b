import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable } from '../../../parts/table/data-table';
import { SettingsFrame } from '../settings-frame';
import { filamentColumns } from './filament-columns';
import { FilamentForm } from './filament-form';
import { en, fr } from './words';

addWords('filaments', { fr, en });

/** The filaments of which the spools of all labs are made. */
export default function FilamentsPage() {
  const { t } = useTranslation();
  const filaments = useQuery(get('/api/v1/filaments', { query: { retired: 'include' } }));
  const columns = useMemo(() => filamentColumns(t), [t]);
  const add = (
    <DialogButton variant="filled" label={t('filaments.add')}>
      {(close) => <FilamentForm onDone={close} />}
    </DialogButton>
  );
  return (
    <SettingsFrame name="filaments" actions={add}>
      <p className="settings-intro">{t('filaments.intro')}</p>
      {filaments.isPending && <Loading />}
      {filaments.isError && <ProblemAlert error={filaments.error} retry={() => void filaments.refetch()} />}
      {filaments.data && (
        <DataTable
          label={t('settings.pages.filaments.title')}
          columns={columns}
          rows={filaments.data.items}
          rowId={({ id }) => id}
          isSearchable
          empty={
            <Empty title={t('filaments.none')}>
              <p>{t('filaments.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
