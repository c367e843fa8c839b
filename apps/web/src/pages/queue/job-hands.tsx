import './queue.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { Button } from '../../parts/button';
import { Section } from '../jobs/section';
import { useMachineNames } from '../jobs/use-machine-names';
import { type Hand, useHands } from './dialogs/hands';
import { QueueDialog } from './dialogs/queue-dialog';
import { MarkList } from './mark-list';
import { isWaiting } from './queries';
import { en, fr } from './words';

addWords('queue', { fr, en });

/** On the page of a waiting job: what was decided about it, and what the staff of its lab can decide. */
export function JobHands({ job }: { job: Job }) {
  const me = useMe();
  return isWaiting(job) && holdsIn(me, job.labId, ...LAB_STAFF) ? <Hands job={job} /> : null;
}

function Hands({ job }: { job: Job }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Hand>();
  const nameOf = useMachineNames(job.labId);
  // The page has its own button to cancel a job.
  const hands = useHands(job).filter((hand) => hand !== 'cancel');
  return (
    <Section title={t('queue.section')}>
      <MarkList job={job} nameOf={nameOf} />
      <div className="row">
        {hands.map((hand) => (
          <Button
            key={hand}
            aria-haspopup="dialog"
            look={hand === 'approve' ? 'main' : undefined}
            onClick={() => setOpen(hand)}
          >
            {t(`queue.${hand}.label`)}
          </Button>
        ))}
      </div>
      {open && <QueueDialog key={open} job={job} start={open} close={() => setOpen(undefined)} />}
    </Section>
  );
}
