import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { formatHour } from '../../../parts/format';
import { useMachineNames } from '../use-machine-names';

type Answer = Schemas['MachineAnswer'];

interface Props {
  readonly title: string;
  readonly answers: readonly Answer[];
  readonly labId: string;
}

/** What each machine answers: why it begins with the job, or does not. */
export function MachineAnswers({ title, answers, labId }: Props) {
  const { t } = useTranslation();
  const nameOf = useMachineNames(labId);
  const sentence = (answer: Answer): string =>
    t(`why.machines.${answer.code}`, {
      count: answer.jobs ?? 0,
      time: answer.at ? formatHour(answer.at, Date.now()) : '',
      machine: (answer.otherMachineId && nameOf(answer.otherMachineId)) ?? t('why.machines.other'),
    });
  if (answers.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="why-machines">
        {answers.map((answer) => (
          <li key={answer.machineId} data-here={isHere(answer) || undefined}>
            <Link to={`/machines/${answer.machineId}`}>{nameOf(answer.machineId) ?? '…'}</Link>
            <span>
              {sentence(answer)} {answer.needsChange && t('why.machines.change')}{' '}
              {answer.jobId && <Link to={`/jobs/${answer.jobId}`}>{t('why.machines.see')}</Link>}
            </span>
            {answer.reasons.map(({ code, what }) => (
              <span key={code + what} className="quiet">
                {what}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const isHere = ({ code }: Answer): boolean => code === 'STARTS' || code === 'EXPECTED';
