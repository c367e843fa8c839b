import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { machinesQuery } from '../../api/queries';
import { Notice } from '../notice';
import { useWantedChanges } from './use-wanted-changes';

/** The spools that staff should change in a lab; nothing where none is wanted. */
export function WantedChanges({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const changes = useWantedChanges(labId);
  const machines = useQuery(machinesQuery(labId));
  if (changes.length === 0) return null;
  const nameOf = (machineId: string) => machines.data?.items.find(({ id }) => id === machineId)?.name ?? '…';
  return (
    <Notice title={t('wanted-changes.title')}>
      <ul>
        {changes.map(({ machineId, load, jobs }) => (
          <li key={machineId + load}>
            <Link to={`/machines/${machineId}`}>
              {t('wanted-changes.load', {
                load: load || t('wanted-changes.any'),
                machine: nameOf(machineId),
              })}
            </Link>
            {'. '}
            {t('wanted-changes.jobs', { count: jobs })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The same for one machine, on its page. */
export function WantedHere({ labId, machineId }: { labId: string; machineId: string }) {
  const { t } = useTranslation();
  const here = useWantedChanges(labId).filter((change) => change.machineId === machineId);
  return here.map(({ load, jobs }) => (
    <Notice key={load} title={t('wanted-changes.loadHere', { load: load || t('wanted-changes.any') })}>
      <p>
        {t('wanted-changes.jobs', { count: jobs })} {t('wanted-changes.until')}
      </p>
    </Notice>
  ));
}
