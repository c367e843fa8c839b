import { Anchor, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { organisationQuery, type Prestation } from './billing';

/** The list says who the client is by id only: each is asked for once, and kept. */
export function PrestationRow({ prestation }: { prestation: Prestation }) {
  const { t } = useTranslation();
  const { id, title, reference, organisationId, state, createdAt } = prestation;
  const client = useQuery(organisationQuery(organisationId));
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div className="row-main">
          <Anchor component={Link} to={`/prestations/${id}`} fw={600} className="typed row-link">
            {title}
          </Anchor>
          <Text className="typed">{client.isError ? t('prestations.unknownClient') : client.data?.name}</Text>
          <Text size="sm" className="quiet">
            {reference} · {t('prestations.made', { day: formatDay(createdAt) })}
          </Text>
        </div>
        <PrestationState state={state} />
      </Group>
    </Paper>
  );
}

export function PrestationState({ state }: Pick<Prestation, 'state'>) {
  const { t } = useTranslation();
  return (
    <StateBadge tone={state === 'invoiced' ? 'good' : 'neutral'}>{t(`prestations.${state}`)}</StateBadge>
  );
}
