import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { holdsIn } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { useKinds } from '../../members/kinds';
import type { LabSession } from '../session';

/** True for those who may give the induction of a session: trainers of its lab. */
export function useMayGrant({ labId, inductionKind }: LabSession): boolean {
  return holdsIn(useMe(), labId, 'trainer', 'administrator') && inductionKind !== null;
}

interface Props {
  readonly session: LabSession;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether each person who is noted as present is given the induction in the same step. */
export function InductionChoice({ session, isOn, onChange }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useKinds();
  const mayGrant = useMayGrant(session);
  const { inductionKind } = session;
  if (inductionKind === null) return null;
  const kind = nameOf(inductionKind);
  if (!mayGrant) return <p className="agenda-help">{t('agenda.induction.notYours', { kind })}</p>;
  return (
    <Switch
      label={t('agenda.induction.choice', { kind })}
      description={t('agenda.induction.choiceHelp')}
      checked={isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
