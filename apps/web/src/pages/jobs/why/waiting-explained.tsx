import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { JobOwner } from '../job-owner';
import { MachineAnswers } from './machine-answers';
import { ScoreParts } from './score-parts';
import { WhyHere } from './why-here';

interface Props {
  readonly waiting: Schemas['WaitingExplained'];
  readonly labId: string;
}

/** A waiting job: its place and what makes it, who is before, and what each machine says. */
export function WaitingExplained({ waiting, labId }: Props) {
  const { t } = useTranslation();
  const { place, of, stopped, expected, whyHere } = waiting;
  return (
    <>
      <p className="why-place">{t('why.place', { place, of })}</p>
      {stopped.length > 0 && (
        <div>
          <p>{t('why.stopped')}</p>
          <ul>
            {stopped.map(({ code, what, cure }) => (
              <li key={code}>
                {what} {cure}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ScoreParts score={waiting.score} share={waiting.share} />
      <Ahead ahead={waiting.ahead} payer={waiting.share.payer} />
      {expected && whyHere && <WhyHere machineId={expected.machineId} code={whyHere} labId={labId} />}
      {stopped.length === 0 && (
        <MachineAnswers title={t('why.machines.title')} answers={waiting.machines} labId={labId} />
      )}
    </>
  );
}

interface AheadProps {
  readonly ahead: Props['waiting']['ahead'];
  readonly payer: Schemas['FairShare']['payer'];
}

function Ahead({ ahead: { count, samePayer, jobs }, payer }: AheadProps) {
  const { t } = useTranslation();
  const own = samePayer > 0 ? `, ${t(`why.ahead.${payer}`, { count: samePayer })}` : '';
  const words = t('why.ahead.count', { count });
  return (
    <div>
      <h3>{t('why.ahead.title')}</h3>
      <p>{count === 0 ? t('why.ahead.none') : `${words.replace(/\.$/, '')}${own}.`}</p>
      {jobs.length > 0 && (
        <ol className="why-ahead">
          {jobs.map(({ jobId, fileName, memberId, place }) => (
            <li key={jobId}>
              <span className="quiet">{t('why.ahead.at', { place })}</span>{' '}
              <Link to={`/jobs/${jobId}`}>{fileName}</Link>{' '}
              <span className="quiet">
                <JobOwner memberId={memberId} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {jobs.length < Math.min(count, 10) && <p className="quiet">{t('why.ahead.hidden')}</p>}
    </div>
  );
}
