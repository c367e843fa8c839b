import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { spoolsQuery } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { DialogButton } from '../../parts/dialog-button';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { allMachinesQuery } from '../settings/machines/queries';
import { LoadSpool } from './load-spool';
import { Need } from './need';
import { AddSpool } from './other-pages';

/** A filament, a spool of it, and the machine on which it is. */
export function SpoolStep() {
  const { lab } = useLab();
  return lab ? <Spools key={lab.id} labId={lab.id} /> : <Need step="lab" />;
}

function Spools({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const spools = useQuery(spoolsQuery(labId));
  const machines = useQuery(allMachinesQuery(labId));
  if (spools.isPending) return <Loading />;
  if (spools.isError) return <ProblemAlert error={spools.error} retry={() => void spools.refetch()} />;
  const inService = machines.data?.items.filter(({ retiredAt }) => !retiredAt) ?? [];
  const hasSpools = spools.data.length > 0;
  return (
    <>
      {!hasSpools && <p>{t('start.spool.first')}</p>}
      <div>
        <DialogButton
          variant={hasSpools ? 'default' : 'filled'}
          label={t(hasSpools ? 'start.spool.another' : 'start.spool.add')}
        >
          {(close) => <AddSpool labId={labId} onDone={close} />}
        </DialogButton>
      </div>
      {hasSpools && inService.length === 0 && <Need step="machine" />}
      {hasSpools &&
        inService.map((machine) => (
          <LoadSpool key={machine.id} machine={machine} machines={inService} spools={spools.data} />
        ))}
    </>
  );
}
