import { Group, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge } from '../../../parts/state-badge';
import { PricesInWords } from './prices-in-words';

type Version = Schemas['TariffVersion'];

/** Every version of a tariff: those to come, the one of today, and earlier ones. */
export function Versions({ tariffId, today }: { tariffId: string; today: Version }) {
  const { t } = useTranslation();
  const versions = useQuery(get('/api/v1/tariffs/{id}/versions', { path: { id: tariffId } }));
  return (
    <Stack component="section" gap="sm" aria-labelledby="versions">
      <Title order={2} size="h3" id="versions">
        {t('tariffs.versions.title')}
      </Title>
      {versions.isPending && <Loading />}
      {versions.isError && <ProblemAlert error={versions.error} retry={() => void versions.refetch()} />}
      {versions.data && (
        <ul className="rows">
          {versions.data.items.map((version) => (
            <Paper key={version.id} component="li" withBorder p="sm">
              <details>
                <summary>
                  <Group gap="xs" display="inline-flex">
                    {t('tariffs.from', { number: version.number, day: formatDay(version.inForceFrom) })}
                    <StateBadge tone={version.id === today.id ? 'good' : 'neutral'}>
                      {t(`tariffs.versions.${stateOf(version, today)}`)}
                    </StateBadge>
                  </Group>
                </summary>
                <PricesInWords rates={version.rates} />
              </details>
            </Paper>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function stateOf({ id, inForceFrom }: Version, today: Version): 'today' | 'later' | 'before' {
  if (id === today.id) return 'today';
  return inForceFrom > today.inForceFrom ? 'later' : 'before';
}
