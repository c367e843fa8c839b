import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../../i18n/add-words';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import { useFilters } from '../../../parts/table/use-filters';
import { SettingsFrame } from '../settings-frame';
import { AuditFilters } from './audit-filters';
import { auditQuery, FILTERS } from './audit-query';
import { entryColumns } from './entry-columns';
import { en, fr } from './words';
import './audit.css';

addWords('audit', { fr, en });

/** Who did what, when, and what has changed. */
export default function AuditPage() {
  const { t } = useTranslation();
  const [state] = useListState();
  const [filters, setFilter] = useFilters(FILTERS);
  const entries = useQuery({
    ...auditQuery(state, filters),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => entryColumns(t), [t]);
  return (
    <SettingsFrame name="audit">
      <p className="settings-intro">{t('audit.intro')}</p>
      {entries.isPending && <Loading />}
      {entries.isError && <ProblemAlert error={entries.error} retry={() => void entries.refetch()} />}
      {entries.data && (
        <DataTable
          label={t('settings.pages.audit.title')}
          columns={columns}
          rows={entries.data.items}
          rowId={({ id }) => id}
          server={entries.data}
          isSearchable
          filters={<AuditFilters filters={filters} onChange={setFilter} />}
          empty={
            <Empty title={t('audit.none')}>
              <p>{t('audit.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
