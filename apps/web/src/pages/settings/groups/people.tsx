import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { AddPerson } from './add-person';
import type { GroupDetail } from './group';
import { PersonRow } from './person-row';

/** Who belongs to a group. Those who lead it submit files for it. */
export function People({ group, mayChange }: { group: GroupDetail; mayChange: boolean }) {
  const { t } = useTranslation();
  const { id, people } = group;
  const hasLeader = people.some(({ leads }) => leads);
  return (
    <Stack component="section" gap="sm" aria-labelledby="people">
      <Group justify="space-between">
        <Title order={2} size="h3" id="people">
          {t('groups.people.title', { count: people.length })}
        </Title>
        {mayChange && (
          <DialogButton label={t('groups.people.add')}>
            {(close) => <AddPerson group={group} onDone={close} onCancel={close} />}
          </DialogButton>
        )}
      </Group>
      {people.length === 0 && (
        <Empty title={t('groups.people.none')}>
          <p>{t('groups.people.noneCure')}</p>
        </Empty>
      )}
      {people.length > 0 && !hasLeader && (
        <Text size="sm" className="quiet">
          {t('groups.people.noLeader')}
        </Text>
      )}
      {people.length > 0 && (
        <ul className="rows">
          {people.map((person) => (
            <PersonRow key={person.memberId} groupId={id} person={person} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
