import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job, Machine } from '../../api/queries';
import { formatNumber } from '../../parts/format';
import { Actions } from './actions';
import { EmergencyStop } from './emergency-stop';
import { JobLine } from './job-line';
import type { Spool } from './queries';
import { Question } from './question';
import { Heats, RunProgress } from './readings';
import { isAtWork, stateOf, takesJobs, type Work } from './state';
import { StateMark } from './state-mark';
import { StopOnItsWay } from './stop-on-its-way';

export interface CardProps {
  readonly machine: Machine;
  readonly job: Job | undefined;
  readonly run: Work['run'] | undefined;
  /** Whose part lies on the bed. */
  readonly bedJob: Job | undefined;
  readonly spool: Spool | undefined;
  readonly isStaff: boolean;
  /** When the server was last heard; undefined while what is shown is now. */
  readonly lostAt: string | undefined;
}

/** One machine. Drawn again only when something of this machine is another: there may be two hundred. */
export const MachineCard = memo(function MachineCard(props: CardProps) {
  const { machine, job, run, bedJob, isStaff, lostAt } = props;
  const { t } = useTranslation();
  const { id, name, labId, live } = machine;
  const state = stateOf(machine);
  const asked = live?.needsPerson;
  const part = job ?? bedJob;
  const next = takesJobs(machine) && machine.nextJob;
  return (
    <li className="machine-card" data-state={state} data-lost={lostAt !== undefined || undefined}>
      <h2>
        <Link to={`/machines/${id}`} className="card-link">
          {name}
        </Link>
      </h2>
      {lostAt && <p className="lost-mark">{t('wall.asOf', { time: lostAt })}</p>}
      <StateMark state={state} connection={live?.connection} />
      <StopOnItsWay machine={machine} isStaff={isStaff} mayWithdraw={isStaff && !lostAt} />
      {asked && (
        <Question key={asked.id} machine={machine} isStaff={isStaff} mayAnswer={isStaff && !lostAt} />
      )}
      {part && (
        <JobLine
          label={t(job ? 'wall.now' : 'wall.onBed')}
          jobId={part.id}
          fileName={part.fileName}
          memberId={part.memberId}
          labId={labId}
        />
      )}
      {run && <RunProgress run={run} />}
      {isAtWork(machine) && !run && !isStaff && <p className="quiet">{t('wall.others')}</p>}
      <Heats machine={machine} />
      <Loaded {...props} />
      {next && (
        <JobLine
          label={t('wall.next')}
          jobId={next.id}
          fileName={next.fileName}
          memberId={next.memberId}
          labId={labId}
        />
      )}
      {isStaff && (
        <div className="card-foot">
          <Actions
            machineId={id}
            name={name}
            connection={live?.connection}
            asksForSpool={live?.asksForSpool ?? false}
            isVirtual={live?.isVirtual ?? false}
            runId={run?.id}
            fileName={job?.fileName}
            isBedOccupied={machine.bed === 'occupied'}
            bedRunId={machine.bedRunId}
            isLive={!lostAt}
          />
          <EmergencyStop machineId={id} name={name} isStopped={live?.connection === 'halted'} />
        </div>
      )}
    </li>
  );
});

function Loaded({ spool, isStaff, machine }: CardProps) {
  const { t } = useTranslation();
  if (!isStaff) return null;
  if (machine.spoolId === null) return <p className="quiet">{t('wall.noSpool')}</p>;
  if (!spool) return null;
  const { material, colour } = spool.filament;
  const grams = formatNumber(Math.max(0, spool.gramsLeft));
  return (
    <p>
      <span className="quiet">{t('wall.spool')}</span> {material} {colour} – {t('wall.grams', { grams })}
    </p>
  );
}
