import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Lab } from '../../../api/queries';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Column, DataTable } from '../../../parts/table/data-table';
import { SettingsFrame } from '../settings-frame';
import { ComputerState } from './computer-state';
import { LabForm } from './lab-form';
import { useLabsNow } from './use-labs-now';

/** All labs, with the state of the computer of each. */
export function LabsList() {
  const { t } = useTranslation();
  const labs = useLabsNow();
  const isKnown = !labs.isError;
  const columns = useMemo(
    (): Column<Lab>[] => [
      {
        id: 'name',
        header: t('labs.columns.name'),
        value: ({ name }) => name,
        cell: ({ id, name }) => <Link to={`/settings/labs/${id}`}>{name}</Link>,
      },
      {
        id: 'computer',
        header: t('labs.columns.computer'),
        value: ({ hasComputer, agentOnline }) => Number(hasComputer) + Number(agentOnline),
        cell: (lab) => <ComputerState lab={lab} isKnown={isKnown} />,
      },
      { id: 'zone', header: t('labs.columns.zone'), value: ({ timeZone }) => timeZone },
      {
        id: 'registration',
        header: t('labs.columns.registration'),
        value: ({ selfRegistration }) =>
          t(selfRegistration ? 'labs.selfRegistration' : 'labs.noSelfRegistration'),
      },
    ],
    [t, isKnown],
  );
  return (
    <SettingsFrame
      name="labs"
      actions={
        <DialogButton variant="filled" label={t('labs.add')}>
          {(close) => <LabForm onDone={close} />}
        </DialogButton>
      }
    >
      <p className="settings-intro">{t('labs.intro')}</p>
      {labs.isPending && <Loading />}
      {labs.isError && <ProblemAlert error={labs.error} retry={() => void labs.refetch()} />}
      {labs.data && (
        <DataTable
          label={t('settings.pages.labs.title')}
          columns={columns}
          rows={labs.data}
          rowId={({ id }) => id}
          isSearchable
          empty={
            <Empty title={t('labs.none')}>
              <p>{t('labs.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
