import { Anchor, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLab } from '../../frame/lab-choice';
import { StateBadge } from '../../parts/state-badge';
import { type Member, residencyOf, TONES, useCategories } from './people';

export function MemberRow({ member, isChosen }: { member: Member; isChosen: boolean }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { nameOf } = useCategories();
  const [params] = useSearchParams();
  const there = new URLSearchParams(params);
  there.set('member', member.id);
  const homeLab = labs.find(({ id }) => id === member.homeLabId)?.name ?? t('members.noHomeLab');
  const residency = residencyOf(member);
  return (
    <Paper component="li" withBorder p="sm" className={isChosen ? 'chosen' : undefined}>
      <Group justify="space-between" gap="xs">
        <div className="row-main">
          <Anchor
            component={Link}
            to={`?${there}`}
            fw={600}
            className="typed row-link"
            aria-current={isChosen || undefined}
          >
            {member.displayName}
          </Anchor>
          <Text size="sm">
            {nameOf(member.category)} · {homeLab}
          </Text>
        </div>
        <Group gap={6}>
          {member.emailBouncedAt && <StateBadge tone="bad">{t('members.bounced')}</StateBadge>}
          {member.account?.disabled && <StateBadge tone="bad">{t('members.disabled')}</StateBadge>}
          <StateBadge tone={TONES[residency]}>{t(`members.states.${residency}`)}</StateBadge>
        </Group>
      </Group>
    </Paper>
  );
}
