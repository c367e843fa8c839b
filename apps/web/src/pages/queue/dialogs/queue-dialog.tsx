import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import type { Job } from '../../../api/queries';
import { Dialog } from '../../../parts/dialog';
import { ConfirmCancel } from '../../jobs/confirm-cancel';
import { useMachineNames } from '../../jobs/use-machine-names';
import { MarkList } from '../mark-list';
import { ApproveForm, RefuseForm } from './approval-forms';
import { DueForm } from './due-form';
import type { HandProps } from './hand-form';
import { HandList } from './hand-list';
import type { Hand } from './hands';
import { HoldForm, ReleaseForm } from './hold-forms';
import { MachineForm, NextForm } from './machine-forms';
import { PriorityForm } from './priority-form';
import { Spread } from './spread-form';

const FORMS: Readonly<Record<Exclude<Hand, 'cancel'>, (props: HandProps) => React.ReactNode>> = {
  ...{ approve: ApproveForm, refuse: RefuseForm, hold: HoldForm, release: ReleaseForm },
  ...{ priority: PriorityForm, due: DueForm, machine: MachineForm, next: NextForm, spread: Spread },
};

interface Props {
  readonly job: Job;
  /** Undefined: the manager chooses among all of them. */
  readonly start: Hand | undefined;
  readonly close: () => void;
}

/**
 * The dialog in which a manager changes a waiting job. It shows the job as it was when the dialog was opened: if another
 * person changes it meanwhile, the answer says who, and the job is read again on demand, with the typed words kept.
 */
export function QueueDialog({ job, start, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(job);
  const [hand, setHand] = useState(start);
  const nameOf = useMachineNames(job.labId);
  if (hand === 'cancel') return <ConfirmCancel job={seen} kind="waiting" close={close} />;
  const readAgain = async () =>
    setSeen(
      await queries.fetchQuery({ ...get('/api/v1/jobs/{id}', { path: { id: job.id } }), staleTime: 0 }),
    );
  const name = seen.fileName;
  const HandForm = hand && FORMS[hand];
  return (
    <Dialog title={hand ? t(`queue.${hand}.title`, { name }) : name} onClose={close}>
      <div className="queue-dialog">
        <MarkList job={seen} nameOf={nameOf} />
        {HandForm ? (
          <HandForm job={seen} readAgain={readAgain} close={close} />
        ) : (
          <HandList job={seen} choose={setHand} />
        )}
      </div>
    </Dialog>
  );
}
