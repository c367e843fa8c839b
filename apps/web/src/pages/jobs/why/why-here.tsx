import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useMachineNames } from '../use-machine-names';

interface Props {
  readonly machineId: string;
  readonly code: Schemas['WhyHere'];
  readonly labId: string;
}

/** Why it is this machine. */
export function WhyHere({ machineId, code, labId }: Props) {
  const { t } = useTranslation();
  const machine = useMachineNames(labId)(machineId) ?? '…';
  return (
    <div>
      <h3>{t('why.here.title', { machine })}</h3>
      <p>{t(`why.here.${code}`)}</p>
    </div>
  );
}
