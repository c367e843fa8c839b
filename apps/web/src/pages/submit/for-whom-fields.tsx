import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../frame/use-me';
import { ProblemAlert } from '../../parts/problem-alert';
import { MemberChoice } from '../../parts/searched-choice/member-choice';
import { type ForWhom, isChosen, ME } from './for-whom';
import { useForWhom } from './use-for-whom';

interface Props {
  readonly labId: string;
  readonly value: ForWhom;
  readonly change: (value: ForWhom) => void;
  /** True when the form was submitted before a person, group or prestation was chosen. */
  readonly isMissing: boolean;
}

/** For whom the job is; renders nothing for a person who may only submit for themselves. */
export function ForWhomFields({ labId, value, change, isMissing }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { kinds, groups, prestations, error } = useForWhom(labId);
  const missing = isMissing && !isChosen(value) && t('submit.whom.missing');
  if (error) return <ProblemAlert error={error} />;
  if (kinds.length === 1) return null;
  const choose = (kind: string) => change(kind === 'me' ? ME : { kind: kind as ForWhom['kind'], id: '' });
  return (
    <>
      <NativeSelect
        size="md"
        label={t('submit.forWhom')}
        value={value.kind}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={kinds.map((kind) => ({ value: kind, label: t(`submit.whom.${kind}`) }))}
      />
      {value.kind === 'member' && (
        <MemberChoice
          size="md"
          label={t('submit.whom.which.member')}
          value={value.id}
          error={missing}
          required
          isOffered={({ id }) => id !== me.member.id}
          onChange={({ currentTarget }) => change({ kind: 'member', id: currentTarget.value })}
        />
      )}
      {(value.kind === 'group' || value.kind === 'prestation') && (
        <NativeSelect
          size="md"
          label={t(`submit.whom.which.${value.kind}`)}
          value={value.id}
          error={missing}
          required
          onChange={({ currentTarget }) => change({ kind: value.kind, id: currentTarget.value })}
          data={[
            { value: '', label: '–' },
            ...(value.kind === 'group' ? groups : prestations).map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
        />
      )}
      {value.kind === 'prestation' && (
        <Text size="sm" className="quiet">
          {t('submit.whom.prestationPays')}
        </Text>
      )}
    </>
  );
}
