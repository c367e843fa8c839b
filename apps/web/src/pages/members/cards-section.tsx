import { Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { type Answer, get } from '../../api/get';
import type { Member } from '../../api/queries';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { ActButton } from '../../parts/act-button';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { PrintedCard } from './printed-card';

const ADDRESS = '/api/v1/members/{id}/cards';
type Card = Answer<typeof ADDRESS>['items'][number];

/** The cards by which a scanner names a member: at the desk, and at a session. */
export function CardsSection({ member }: { member: Member }) {
  const { t } = useTranslation();
  const mayManage = holds(useMe(), 'trainer', 'manager', 'administrator');
  const path = { id: member.id };
  const cards = useQuery(get(ADDRESS, { path }));
  const working = cards.data?.items.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <Stack component="section" gap="xs" aria-labelledby="cards">
      <Title order={3} size="h4" id="cards">
        {t('members.cards.title')}
      </Title>
      {cards.isPending && <Loading />}
      {cards.isError && <ProblemAlert error={cards.error} retry={() => void cards.refetch()} />}
      {cards.data && working.length === 0 && <Text>{t('members.cards.none')}</Text>}
      {working.length > 0 && (
        <ul className="rows">
          {working.map((card) => (
            <Row key={card.id} card={card} member={member} mayManage={mayManage} />
          ))}
        </ul>
      )}
      {mayManage && cards.data && (
        <Group>
          <ActButton
            label={t('members.cards.give')}
            act={() => content(api.POST(ADDRESS, { params: { path }, body: {} }))}
            touches={[[ADDRESS, path]]}
          />
          <DialogButton label={t('members.cards.scan')}>
            {(close) => (
              <Form
                initial={{ code: '' }}
                send={(body) => content(api.POST(ADDRESS, { params: { path }, body }))}
                touches={[[ADDRESS, path]]}
                onDone={close}
                onCancel={close}
                submit={t('members.cards.scanSave')}
              >
                {({ field }) => (
                  <TextInput
                    {...field('code')}
                    {...{ required: true, minLength: 4, maxLength: 64, autoComplete: 'off' }}
                    data-autofocus
                    label={t('members.cards.code')}
                    description={t('members.cards.codeHelp')}
                  />
                )}
              </Form>
            )}
          </DialogButton>
        </Group>
      )}
    </Stack>
  );
}

function Row({ card, member, mayManage }: { card: Card; member: Member; mayManage: boolean }) {
  const { t } = useTranslation();
  const { id, code, createdAt } = card;
  const path = { id: member.id };
  return (
    <Paper component="li" withBorder p="sm">
      <Text className="typed" fw={600}>
        {code}
      </Text>
      <Text size="sm" className="quiet">
        {t('members.cards.since', { day: formatDay(createdAt) })}
      </Text>
      <Group mt="xs">
        <DialogButton label={t('members.cards.print')}>
          {() => <PrintedCard member={member} cardId={id} code={code} />}
        </DialogButton>
        {mayManage && (
          <>
            <Confirm
              label={t('members.cards.lost')}
              act={() => content(api.POST(ADDRESS, { params: { path }, body: { replaces: id } }))}
              touches={[[ADDRESS, path]]}
            >
              <p>{t('members.cards.lostText')}</p>
            </Confirm>
            <Confirm
              label={t('members.cards.revoke')}
              color="red"
              act={() =>
                content(
                  api.DELETE('/api/v1/members/{id}/cards/{cardId}', {
                    params: { path: { ...path, cardId: id } },
                  }),
                )
              }
              touches={[[ADDRESS, path]]}
            >
              <p>{t('members.cards.revokeText')}</p>
            </Confirm>
          </>
        )}
      </Group>
    </Paper>
  );
}
