import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useLab } from '../../frame/lab-choice';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { GrantInduction, WithdrawInduction } from './induction-forms';
import { type Induction, useKinds } from './kinds';

const TONES = { valid: 'good', expired: 'soon', withdrawn: 'bad' } as const;

/** The inductions of a member, by lab; trainers of those labs can give and withdraw them. */
export function InductionsSection({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const { labs } = useLab();
  const inductions = useQuery(get('/api/v1/members/{id}/inductions', { path: { id: memberId } }));
  const trainedIn = labs.filter(({ id }) => holdsIn(me, id, 'trainer', 'administrator'));
  return (
    <Stack component="section" gap="xs" aria-labelledby="inductions">
      <Title order={3} size="h4" id="inductions">
        {t('members.inductions.title')}
      </Title>
      {inductions.isPending && <Loading />}
      {inductions.isError && (
        <ProblemAlert error={inductions.error} retry={() => void inductions.refetch()} />
      )}
      {inductions.data?.items.length === 0 && <Text>{t('members.inductions.none')}</Text>}
      <ul className="rows">
        {inductions.data?.items.map((induction) => (
          <Row
            key={induction.id}
            induction={induction}
            mayWithdraw={trainedIn.some(({ id }) => id === induction.labId)}
          />
        ))}
      </ul>
      {trainedIn.length > 0 && (
        <Group>
          <DialogButton label={t('members.inductions.grant')}>
            {(close) => <GrantInduction memberId={memberId} labs={trainedIn} onDone={close} />}
          </DialogButton>
        </Group>
      )}
    </Stack>
  );
}

function Row({ induction, mayWithdraw }: { induction: Induction; mayWithdraw: boolean }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { nameOf } = useKinds();
  const { kind, labId, grantedAt, validUntil, state, withdrawn } = induction;
  const lab = labs.find(({ id }) => id === labId)?.name ?? t('members.account.unknownLab');
  const given = t('members.inductions.given', { day: formatDay(grantedAt), lab });
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <Text fw={600}>{nameOf(kind)}</Text>
        <StateBadge tone={TONES[state]}>{t(`members.inductions.state.${state}`)}</StateBadge>
      </Group>
      <Text size="sm">
        {validUntil ? `${given}, ${t('members.inductions.until', { day: formatDay(validUntil) })}` : given}
      </Text>
      {withdrawn && (
        <Text size="sm" className="typed">
          {t('members.inductions.withdrawn', { day: formatDay(withdrawn.at), reason: withdrawn.reason })}
        </Text>
      )}
      {mayWithdraw && !withdrawn && (
        <DialogButton
          label={t('members.inductions.withdraw')}
          title={t('members.inductions.withdrawOf', { kind: nameOf(kind) })}
          mt="xs"
        >
          {(close) => <WithdrawInduction induction={induction} onDone={close} />}
        </DialogButton>
      )}
    </Paper>
  );
}
