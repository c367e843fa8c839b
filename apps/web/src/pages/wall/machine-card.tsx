import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job, Machine, Spool } from '../../api/queries';
import { Thumbnail } from '../../parts/file/thumbnail';
import { Actions } from './actions';
import { EmergencyStop } from './emergency-stop';
import { JobLine } from './job-line';
import { Question } from './question';
import { Heats, RunProgress } from './readings';
import { SpoolLine } from './spool-line';
import { CALLING, isAtWork, stateOf, takesJobs, type Work } from './state';
import { StateMark } from './state-mark';
import { StopOnItsWay } from './stop-on-its-way';

/** On the page, in CSS pixels. */
const PICTURE_WIDTH = 112;

export interface CardProps {
  readonly machine: Machine;
  readonly job: Job | undefined;
  readonly run: Work['run'] | undefined;
  /** The job whose part is on the bed. */
  readonly bedJob: Job | undefined;
  readonly spool: Spool | undefined;
  readonly isStaff: boolean;
  /** The time of the last event of the server; undefined while the state is live. */
  readonly lostAt: string | undefined;
}

/** One machine. Rendered again only when something of this machine changes: a lab may have two hundred. */
export const MachineCard = memo(function MachineCard(props: CardProps) {
  const { machine, job, run, bedJob, isStaff, lostAt } = props;
  const { t } = useTranslation();
  const { id, name, labId, live } = machine;
  const state = stateOf(machine);
  const asked = live?.needsPerson;
  const calls = CALLING.has(state);
  const part = job ?? bedJob;
  const next = takesJobs(machine) && machine.nextJob;
  return (
    <li
      id={`machine-${id}`}
      className="machine-card"
      data-state={state}
      // Nothing to see and nothing to do: a small card.
      data-small={(!part && !asked && !calls) || undefined}
      data-lost={lostAt !== undefined || undefined}
    >
      <div className="card-top">
        {part && <Thumbnail pictures={part.thumbnails} width={PICTURE_WIDTH} alt="" />}
        <div className="card-head">
          <h2>
            <Link to={`/machines/${id}`} className="card-link">
              {name}
            </Link>
          </h2>
          <StateMark state={state} reported={live?.state} />
          {part && (
            <JobLine
              label={t(job ? 'wall.now' : 'wall.onBed')}
              jobId={part.id}
              fileName={part.fileName}
              memberId={part.memberId}
              labId={labId}
            />
          )}
          {isAtWork(machine) && !run && !isStaff && <p className="quiet">{t('wall.others')}</p>}
        </div>
      </div>
      {lostAt && <p className="lost-mark">{t('wall.asOf', { time: lostAt })}</p>}
      <StopOnItsWay machine={machine} isStaff={isStaff} mayWithdraw={isStaff && !lostAt} />
      {asked && (
        <Question key={asked.id} machine={machine} isStaff={isStaff} mayAnswer={isStaff && !lostAt} />
      )}
      {run && <RunProgress run={run} />}
      <div className="card-facts">
        <Heats machine={machine} />
        {isStaff && <SpoolLine machine={machine} spool={props.spool} isLive={!lostAt} />}
        {next && (
          <JobLine
            label={t('wall.next')}
            jobId={next.id}
            fileName={next.fileName}
            memberId={next.memberId}
            labId={labId}
          />
        )}
      </div>
      {isStaff && (
        <div className="card-foot">
          <Actions
            machineId={id}
            name={name}
            reported={live?.state}
            asksForSpool={live?.asksForSpool ?? false}
            isVirtual={live?.isVirtual ?? false}
            runId={run?.id}
            fileName={job?.fileName}
            isBedOccupied={machine.bed === 'occupied'}
            bedRunId={machine.bedRunId}
            isLive={!lostAt}
          />
          <EmergencyStop machineId={id} name={name} isStopped={live?.state === 'halted'} />
        </div>
      )}
    </li>
  );
});
