import { Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { ActButton } from '../../parts/act-button';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Pager } from '../../parts/pager';
import { ProblemAlert } from '../../parts/problem-alert';

const SIZE = 25;

/** Steps that failed at every attempt wait here until somebody mends the cause. */
export function Letters() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const query = { limit: SIZE, offset };
  const letters = useQuery({
    queryKey: ['dead-letters', query],
    queryFn: () => content(api.GET('/api/v1/queues/dead-letters', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack component="section" gap="sm" aria-labelledby="letters">
      <Title order={2} size="h3" id="letters">
        {t('agents.letters.title')}
      </Title>
      <Text className="quiet">{t('agents.letters.intro')}</Text>
      {letters.isPending && <Loading />}
      {letters.isError && <ProblemAlert error={letters.error} retry={() => void letters.refetch()} />}
      {letters.data?.total === 0 && <Text>{t('agents.letters.none')}</Text>}
      <ul className="rows">
        {letters.data?.items.map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ul>
      {letters.data && <Pager offset={offset} size={SIZE} total={letters.data.total} go={setOffset} />}
    </Stack>
  );
}

function Letter({ letter }: { letter: Schemas['LetterListDto_Output']['items'][number] }) {
  const { t } = useTranslation();
  const { id, name, data, error, attempts, firstFailedAt, lastFailedAt } = letter;
  return (
    <Card component="li" withBorder>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Title order={3} size="h5" className="typed">
            {name}
          </Title>
          <Text>{t('agents.letters.attempts', { count: attempts })}</Text>
        </Group>
        <Text className="typed">{error}</Text>
        <Text size="sm" className="quiet">
          {t('agents.letters.times', {
            first: formatMoment(firstFailedAt),
            last: formatMoment(lastFailedAt),
          })}
        </Text>
        <details>
          <summary>{t('agents.letters.data')}</summary>
          <Code block className="wrapped">
            {JSON.stringify(data, null, 2)}
          </Code>
        </details>
        <ActButton
          label={t('agents.letters.replay')}
          act={() => api.POST('/api/v1/queues/dead-letters/{id}/replay', { params: { path: { id } } })}
          touches={[['dead-letters']]}
        />
      </Stack>
    </Card>
  );
}
