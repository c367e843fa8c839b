import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { ActButton } from '../../parts/act-button';
import { Confirm } from '../../parts/confirm';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { useToast } from '../../parts/toasts/use-toast';
import { browserName } from './browser';

export function Sessions() {
  const { t } = useTranslation();
  const toast = useToast();
  const sessions = useQuery(get('/api/v1/sessions'));
  return (
    <Stack component="section" gap="sm" aria-labelledby="sessions">
      <Title order={2} size="h3" id="sessions">
        {t('account.sessions.title')}
      </Title>
      <Text className="quiet">{t('account.sessions.intro')}</Text>
      {sessions.isPending && <Loading />}
      {sessions.isError && <ProblemAlert error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data && sessions.data.items.length > 1 && (
        <Group>
          <Confirm
            color="red"
            variant="outline"
            label={t('account.sessions.endOthers')}
            act={() => api.DELETE('/api/v1/sessions')}
            touches={['/api/v1/sessions']}
            onDone={() => toast(t('account.sessions.ended'))}
          >
            <Text>{t('account.sessions.endOthersText')}</Text>
          </Confirm>
        </Group>
      )}
      <ul className="rows">
        {sessions.data?.items.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
    </Stack>
  );
}

/** The current session is not ended here: the person signs out. */
function Row({ session }: { session: Schemas['Session'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, browser, address, createdAt, lastUsedAt, current } = session;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div className="row-main">
          <Text fw={600} className="typed">
            {browserName(browser) ?? (browser || t('account.sessions.unknown'))}
          </Text>
          <Text size="sm" className="typed">
            {t('account.sessions.from', { address })}
          </Text>
          <Text size="sm" className="quiet">
            {t('account.sessions.used', {
              used: formatMoment(lastUsedAt),
              opened: formatMoment(createdAt),
            })}
          </Text>
        </div>
        {current ? (
          <StateBadge tone="good">{t('account.sessions.here')}</StateBadge>
        ) : (
          <ActButton
            label={t('account.sessions.end')}
            act={() => api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })}
            touches={['/api/v1/sessions']}
            onDone={() => toast(t('account.sessions.ended'))}
          />
        )}
      </Group>
    </Paper>
  );
}
