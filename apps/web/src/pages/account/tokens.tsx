import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { NewToken } from './new-token';
import { wordOf } from './scopes';

export function Tokens() {
  const { t } = useTranslation();
  const tokens = useQuery(get('/api/v1/tokens'));
  return (
    <Stack component="section" gap="sm" aria-labelledby="tokens">
      <Title order={2} size="h3" id="tokens">
        {t('account.tokens.title')}
      </Title>
      <Text className="quiet">{t('account.tokens.intro')}</Text>
      <Link to="/slicers">{t('account.tokens.slicers')}</Link>
      {tokens.isPending && <Loading />}
      {tokens.isError && <ProblemAlert error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && <Text>{t('account.tokens.none')}</Text>}
      <ul className="rows">
        {tokens.data?.items.map((token) => (
          <Row key={token.id} token={token} />
        ))}
      </ul>
      <Group>
        <DialogButton label={t('account.tokens.add')}>{(close) => <NewToken onClose={close} />}</DialogButton>
      </Group>
    </Stack>
  );
}

function Row({ token }: { token: Schemas['Token'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, name, scopes, createdAt, expiresAt } = token;
  const until = expiresAt
    ? t('account.tokens.until', { day: formatDay(expiresAt) })
    : t('account.tokens.endless');
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div className="row-main">
          <Text fw={600} className="typed">
            {name}
          </Text>
          <Text size="sm">{scopes.map((scope) => t(wordOf(scope))).join(', ')}</Text>
          <Text size="sm" className="quiet">
            {t('account.tokens.made', { day: formatDay(createdAt) })}, {until}
          </Text>
        </div>
        <Confirm
          color="red"
          variant="outline"
          label={t('account.tokens.revoke')}
          act={() => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })}
          touches={['/api/v1/tokens']}
          onDone={() => toast(t('account.tokens.revoked', { name }))}
        >
          <Text className="typed">{t('account.tokens.revokeText', { name })}</Text>
        </Confirm>
      </Group>
    </Paper>
  );
}
