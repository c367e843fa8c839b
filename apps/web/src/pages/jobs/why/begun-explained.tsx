import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatMoment } from '../../../parts/format';
import { useMachineNames } from '../use-machine-names';
import { MachineAnswers } from './machine-answers';
import { ScoreParts } from './score-parts';

interface Props {
  readonly begun: Schemas['RecordedDecision'];
  readonly labId: string;
}

/** Why a job was given to a machine, as it was then. */
export function BegunExplained({ begun, labId }: Props) {
  const { t } = useTranslation();
  const { machineId, at, place, of, whyHere, score, share, machines } = begun;
  const machine = useMachineNames(labId)(machineId) ?? '…';
  const others = machines.filter((answer) => answer.machineId !== machineId);
  return (
    <div className="why-begun">
      <h3>{t('why.begun.title', { machine, time: formatMoment(at) })}</h3>
      <p>
        {t(`why.here.${whyHere}`)} {t('why.begun.place', { place, of })}
      </p>
      <ScoreParts score={score} share={share} />
      <MachineAnswers title={t('why.machines.others')} answers={others} labId={labId} />
    </div>
  );
}
