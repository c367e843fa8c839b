import { Anchor, Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Machine } from '../../api/queries';
import { formatNumber } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { dotOf, FULL_GRAMS, filamentName, type Spool, stockOf } from './material';

interface Props {
  readonly spool: Spool;
  /** Undefined while it is not known where spools are. */
  readonly machines: readonly Machine[] | undefined;
  readonly onCorrect: () => void;
  readonly onHistory: () => void;
}

export function SpoolCard({ spool, machines, onCorrect, onHistory }: Props) {
  const { t } = useTranslation();
  const stock = stockOf(spool);
  const grams = t('spools.left', { grams: formatNumber(spool.gramsLeft) });
  const share = Math.min(100, Math.max(0, (spool.gramsLeft / FULL_GRAMS) * 100));
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start">
          <Title order={2} size="h4" className="typed">
            {spool.label}
          </Title>
          {stock !== 'enough' && (
            <StateBadge tone={stock === 'low' ? 'soon' : 'bad'}>{t(`spools.${stock}`)}</StateBadge>
          )}
        </Group>
        <FilamentLine filament={spool.filament} />
        <div>
          <Text fw={600}>{grams}</Text>
          <Progress.Root size="lg" aria-hidden>
            <Progress.Section value={share} color={stock === 'enough' ? undefined : 'orange'} />
          </Progress.Root>
        </div>
        <Where spool={spool} machines={machines} />
        <Group gap="xs" mt="auto">
          <Button variant="default" className="touch" onClick={onCorrect} aria-haspopup="dialog">
            {t('spools.correct')}
          </Button>
          <Button variant="default" className="touch" onClick={onHistory} aria-haspopup="dialog">
            {t('spools.movements')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function FilamentLine({ filament }: Pick<Spool, 'filament'>) {
  const { t } = useTranslation();
  const dot = dotOf(filament.colour);
  return (
    <Group gap="xs" wrap="nowrap">
      {dot && <span className="filament-dot" aria-hidden style={{ background: dot }} />}
      <Text className="typed">
        {filamentName(filament)} · {t('spools.millimetres', { mm: formatNumber(filament.diameterMm, 2) })}
      </Text>
    </Group>
  );
}

function Where({ spool, machines }: Pick<Props, 'spool' | 'machines'>) {
  const { t } = useTranslation();
  if (!machines) return <Text className="quiet">{t('spools.machinesUnknown')}</Text>;
  const machine = machines.find(({ spoolId }) => spoolId === spool.id);
  if (!machine) return <Text className="quiet">{t('spools.shelf')}</Text>;
  return (
    <Anchor component={Link} to={`/machines/${machine.id}`} className="typed">
      {t('spools.on', { machine: machine.name })}
    </Anchor>
  );
}
