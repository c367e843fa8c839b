import { useTranslation } from 'react-i18next';
import type { Job, Machine } from '../../api/queries';
import { Thumbnail } from '../../parts/file/thumbnail';
import { Actions } from '../wall/actions';
import { JobLine } from '../wall/job-line';
import { Question } from '../wall/question';
import { Heats, RunProgress } from '../wall/readings';
import { jobOfRun, stateOf, workByMachine } from '../wall/state';
import { StateMark } from '../wall/state-mark';
import { Section } from './section';

/** On the page, in CSS pixels. */
const PICTURE_WIDTH = 160;

interface Props {
  readonly machine: Machine;
  readonly jobs: readonly Job[];
  readonly isStaff: boolean;
  readonly lostAt: string | undefined;
}

/** The current state of the machine, and its commands. */
export function MachineNow({ machine, jobs, isStaff, lostAt }: Props) {
  const { t } = useTranslation();
  const { id, name, live, labId, bed, bedRunId } = machine;
  const work = workByMachine(jobs).get(id);
  const part = work?.job ?? jobOfRun(jobs, bedRunId);
  const state = stateOf(machine);
  return (
    <Section title={t('machine.now')}>
      <div className="machine-now" data-state={state} data-lost={lostAt !== undefined || undefined}>
        {lostAt && <p className="lost-mark">{t('wall.asOf', { time: lostAt })}</p>}
        <div className="card-top">
          {part && <Thumbnail pictures={part.thumbnails} width={PICTURE_WIDTH} alt="" />}
          <div className="card-head">
            <StateMark state={state} reported={live?.state} />
            {bed === 'occupied' && state !== 'bed' && <p>{t('machine.bedOccupied')}</p>}
            {part && (
              <JobLine
                label={t(work ? 'wall.now' : 'wall.onBed')}
                jobId={part.id}
                fileName={part.fileName}
                memberId={part.memberId}
                labId={labId}
              />
            )}
          </div>
        </div>
        {live?.needsPerson && (
          <Question
            key={live.needsPerson.id}
            machine={machine}
            isStaff={isStaff}
            mayAnswer={isStaff && !lostAt}
          />
        )}
        {work && <RunProgress run={work.run} />}
        <Heats machine={machine} />
        {isStaff && (
          <Actions
            machineId={id}
            name={name}
            reported={live?.state}
            asksForSpool={live?.asksForSpool ?? false}
            isVirtual={live?.isVirtual ?? false}
            runId={work?.run.id}
            fileName={work?.job.fileName}
            isBedOccupied={bed === 'occupied'}
            bedRunId={bedRunId}
            isLive={!lostAt}
          />
        )}
      </div>
    </Section>
  );
}
