import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../../api/get';
import { Empty } from '../../../parts/empty';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge, type Tone } from '../../../parts/state-badge';

const SHOWN = 20;
const TONES: Readonly<Record<string, Tone>> = { delivered: 'soon', invoiced: 'good' };

/** The latest orders of a client. */
export function Orders({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const orders = useQuery(get('/api/v1/prestations', { query: { organisationId, limit: SHOWN } }));
  return (
    <Stack component="section" gap="sm" aria-labelledby="orders">
      <Title order={2} size="h3" id="orders">
        {t('organisations.orders.title')}
      </Title>
      {orders.isPending && <Loading />}
      {orders.isError && <ProblemAlert error={orders.error} retry={() => void orders.refetch()} />}
      {orders.data?.total === 0 && (
        <Empty title={t('organisations.orders.none')}>
          <p>
            <Anchor component={Link} to="/prestations">
              {t('organisations.orders.noneCure')}
            </Anchor>
          </p>
        </Empty>
      )}
      {orders.data && orders.data.total > 0 && (
        <ul className="rows">
          {orders.data.items.map(({ id, title, reference, createdAt, state }) => (
            <Paper key={id} component="li" withBorder p="sm">
              <Group justify="space-between" gap="xs">
                <div className="row-main">
                  <Anchor component={Link} to={`/prestations/${id}`} fw={600} className="typed row-link">
                    {title}
                  </Anchor>
                  <Text size="sm" className="quiet">
                    {reference} · {formatDay(createdAt)}
                  </Text>
                </div>
                <StateBadge tone={TONES[state] ?? 'neutral'}>
                  {t(`organisations.orders.state.${state}`)}
                </StateBadge>
              </Group>
            </Paper>
          ))}
        </ul>
      )}
      {orders.data && orders.data.total > SHOWN && (
        <Text size="sm" className="quiet">
          {t('organisations.orders.more', { count: orders.data.total - SHOWN })}
        </Text>
      )}
    </Stack>
  );
}
