import { Anchor, Button, Group, Paper, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge } from '../../../parts/state-badge';
import { useToast } from '../../../parts/toasts/use-toast';
import type { Person } from './group';
import { PEOPLE_TOUCH, putPerson, removePerson } from './put-person';

interface Props {
  readonly groupId: string;
  readonly person: Person;
  readonly mayChange: boolean;
}

/** One person of a group. A removed one can be taken back. */
export function PersonRow({ groupId, person, mayChange }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { memberId, displayName: name, leads } = person;
  const leading = useChange((isLeader: boolean) => putPerson(groupId, memberId, isLeader), PEOPLE_TOUCH);
  const removal = useChange(
    () => removePerson(groupId, memberId),
    PEOPLE_TOUCH,
    () =>
      toast(t('groups.people.removed', { name }), {
        act: () => putPerson(groupId, memberId, leads),
        touches: PEOPLE_TOUCH,
      }),
  );
  const error = leading.error ?? removal.error;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/members?member=${memberId}`} fw={600} className="typed row-link">
          {name}
        </Anchor>
        {mayChange ? (
          <Group gap="md">
            <Switch
              label={t('groups.people.leader')}
              aria-label={`${t('groups.people.leader')} – ${name}`}
              checked={leads}
              disabled={leading.isPending}
              onChange={({ currentTarget }) => leading.mutate(currentTarget.checked)}
            />
            <Button
              variant="default"
              className="touch"
              aria-label={`${t('groups.people.remove')} – ${name}`}
              loading={removal.isPending}
              onClick={() => removal.mutate()}
            >
              {t('groups.people.remove')}
            </Button>
          </Group>
        ) : (
          leads && <StateBadge tone="good">{t('groups.people.leader')}</StateBadge>
        )}
      </Group>
      {error && <ProblemAlert error={error} />}
    </Paper>
  );
}
