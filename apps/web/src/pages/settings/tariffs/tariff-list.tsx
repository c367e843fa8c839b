import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { get } from '../../../api/get';
import { ACCOUNTANTS, holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge } from '../../../parts/state-badge';
import { SettingsFrame } from '../settings-frame';
import { Calculator } from './calculator';
import { PricesInWords } from './prices-in-words';
import { PublishForm } from './publish-form';

/** The tariffs with the prices of today, and the calculator. */
export function TariffList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isAccountant = holds(useMe(), ...ACCOUNTANTS);
  const tariffs = useQuery(get('/api/v1/tariffs'));
  return (
    <SettingsFrame
      name="tariffs"
      actions={
        isAccountant && (
          <DialogButton variant="filled" label={t('tariffs.add')} dialogSize="lg">
            {(close) => (
              <PublishForm onCancel={close} onDone={({ id }) => void navigate(`/settings/tariffs/${id}`)} />
            )}
          </DialogButton>
        )
      }
    >
      <Text className="quiet" maw="65ch">
        {t('tariffs.intro')}
      </Text>
      {tariffs.isPending && <Loading />}
      {tariffs.isError && <ProblemAlert error={tariffs.error} retry={() => void tariffs.refetch()} />}
      {tariffs.data?.total === 0 && (
        <Empty title={t('tariffs.none')}>
          <p>{t(isAccountant ? 'tariffs.noneCure' : 'tariffs.noneAsk')}</p>
        </Empty>
      )}
      {tariffs.data && tariffs.data.total > 0 && (
        <Stack gap="xl">
          <ul className="rows">
            {tariffs.data.items.map(({ id, name, standard, version }) => (
              <Paper key={id} component="li" withBorder p="md">
                <Group justify="space-between" gap="xs" mb="xs">
                  <Title order={2} size="h3">
                    <Anchor
                      component={Link}
                      to={`/settings/tariffs/${id}`}
                      inherit
                      className="row-link typed"
                    >
                      {name}
                    </Anchor>
                  </Title>
                  {standard && <StateBadge tone="good">{t('tariffs.standard')}</StateBadge>}
                </Group>
                <Text size="sm" className="quiet" mb="sm">
                  {t('tariffs.since', { number: version.number, day: formatDay(version.inForceFrom) })}
                </Text>
                <PricesInWords rates={version.rates} />
              </Paper>
            ))}
          </ul>
          <Calculator tariffs={tariffs.data.items} />
        </Stack>
      )}
    </SettingsFrame>
  );
}
