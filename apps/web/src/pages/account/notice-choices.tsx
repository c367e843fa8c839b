import { Paper, Switch, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { useMe } from '../../frame/use-me';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { Section } from './section';

const CHANNELS = ['bell', 'mail'] as const;
/** The bar at the top of the page would hide the heading. */
const UNDER_THE_BAR = { scrollMarginTop: '4.5rem' };

/** Of which events the person is told, and by which ways: each switch is saved at once. */
export function NoticeChoices() {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const choices = useQuery(get('/api/v1/notices/choices'));
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  const isLoaded = choices.data !== undefined;
  useEffect(() => {
    if (isLoaded && hash === '#notices') place.current?.scrollIntoView();
  }, [isLoaded, hash]);
  return (
    <div ref={place} style={UNDER_THE_BAR}>
      <Section id="notices" title={t('account.notices.title')} intro={t('account.notices.intro')}>
        {choices.isPending && <Loading />}
        {choices.isError && <ProblemAlert error={choices.error} retry={() => void choices.refetch()} />}
        {choices.data && <Choices items={choices.data.items} />}
        {!sendsMail && <Text className="quiet">{t('account.notices.noMail')}</Text>}
      </Section>
    </div>
  );
}

function Choices({ items }: { items: readonly Schemas['NoticeChoice'][] }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder maw="44rem">
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('account.notices.event')}</Table.Th>
            {CHANNELS.map((channel) => (
              <Table.Th key={channel} scope="col">
                {t(`account.notices.${channel}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((choice) => (
            <ChoiceRow key={choice.kind} choice={choice} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function ChoiceRow({ choice }: { choice: Schemas['NoticeChoice'] }) {
  const { t } = useTranslation();
  const { kind, name } = choice;
  const change = useChange(
    (ways: Partial<Record<(typeof CHANNELS)[number], boolean>>) =>
      content(api.PUT('/api/v1/notices/choices', { body: { items: [{ kind, ...ways }] } })),
    ['/api/v1/notices/choices'],
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
        {change.isError && <ProblemAlert error={change.error} />}
      </Table.Th>
      {CHANNELS.map((channel) => (
        <Table.Td key={channel}>
          <Switch
            aria-label={`${name} – ${t(`account.notices.${channel}`)}`}
            checked={change.isPending ? (change.variables[channel] ?? choice[channel]) : choice[channel]}
            disabled={change.isPending}
            onChange={({ currentTarget }) => change.mutate({ [channel]: currentTarget.checked })}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
