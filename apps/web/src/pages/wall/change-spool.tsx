import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { type Machine, machinesQuery, type Spool, spoolsQuery } from '../../api/queries';
import type { Touched } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { Dialog } from '../../parts/dialog';
import { formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import './change-spool.css';

interface Props {
  readonly machine: Machine;
  readonly onClose: () => void;
}

/** The spools of the lab: pressing one records that it is now on the machine. */
export default function ChangeSpool({ machine, onClose }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const spools = useQuery(spoolsQuery(machine.labId));
  const machines = useQuery(machinesQuery(machine.labId));
  const before = machine.spoolId;
  const touches: readonly Touched[] = [
    ['/api/v1/labs/{id}/spools', { id: machine.labId }],
    ['/api/v1/machines/{id}', { id: machine.id }],
  ];
  const put = (spoolId: string | null) =>
    content(
      api.PUT('/api/v1/machines/{id}/spool', { params: { path: { id: machine.id } }, body: { spoolId } }),
    );
  const change = useChange(put, touches, () => {
    toast(t('wall.spoolChanged', { name: machine.name }), { act: () => put(before), touches });
    onClose();
  });
  const holderOf = ({ id }: Spool) =>
    machines.data?.items.find((each) => each.spoolId === id && each.id !== machine.id)?.name;
  return (
    <Dialog title={t('wall.changeSpoolOf', { name: machine.name })} onClose={onClose}>
      <div className="page">
        {spools.isPending && <Loading />}
        {spools.isError && <ProblemAlert error={spools.error} retry={() => void spools.refetch()} />}
        {spools.data?.length === 0 && <p>{t('wall.noSpoolInLab')}</p>}
        <ul className="spool-choices">
          {spools.data?.map((spool) => (
            <li key={spool.id}>
              <Choice
                spool={spool}
                holder={holderOf(spool)}
                isHere={spool.id === before}
                isBusy={change.isPending}
                choose={() => change.mutate(spool.id)}
              />
            </li>
          ))}
          {before !== null && (
            <li>
              <button type="button" disabled={change.isPending} onClick={() => change.mutate(null)}>
                {t('wall.takeSpoolOff')}
              </button>
            </li>
          )}
        </ul>
        {change.isError && <ProblemAlert error={change.error} />}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly spool: Spool;
  /** The name of another machine that has it. */
  readonly holder: string | undefined;
  readonly isHere: boolean;
  readonly isBusy: boolean;
  readonly choose: () => void;
}

function Choice({ spool, holder, isHere, isBusy, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const { material, colour } = spool.filament;
  const grams = formatNumber(Math.max(0, spool.gramsLeft));
  const where = holder ? t('wall.spoolOnOther', { machine: holder }) : isHere ? t('wall.spoolHere') : '';
  return (
    <button type="button" disabled={isBusy || isHere || holder !== undefined} onClick={choose}>
      <b>
        {material} {colour}
      </b>
      <span>
        {spool.label} – {t('wall.grams', { grams })}
        {where && ` – ${where}`}
      </span>
    </button>
  );
}
