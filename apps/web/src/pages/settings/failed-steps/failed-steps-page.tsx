import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import { SettingsFrame } from '../settings-frame';
import { stepColumns } from './step-columns';
import { en, fr } from './words';

addWords('failed-steps', { fr, en });

/** Tasks that failed at every attempt wait here until an administrator fixes the cause. */
export default function FailedStepsPage() {
  const { t } = useTranslation();
  const [{ from }] = useListState();
  const steps = useQuery({
    ...get('/api/v1/queues/dead-letters', { query: { limit: PAGE_SIZE, offset: from } }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => stepColumns(t), [t]);
  return (
    <SettingsFrame name="failed-steps">
      <p className="settings-intro">{t('failed-steps.intro')}</p>
      {steps.isPending && <Loading />}
      {steps.isError && <ProblemAlert error={steps.error} retry={() => void steps.refetch()} />}
      {steps.data && (
        <DataTable
          label={t('settings.pages.failed-steps.title')}
          columns={columns}
          rows={steps.data.items}
          rowId={({ id }) => id}
          server={steps.data}
          empty={
            <Empty title={t('failed-steps.none')}>
              <p>{t('failed-steps.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
