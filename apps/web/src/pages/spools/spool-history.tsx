import { Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Spool } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { formatMoment, formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { movementsQuery, signedGrams } from './material';

/** The movements of a spool, the newest first: the balance is their sum. */
export function SpoolHistory({ spool }: { spool: Spool }) {
  const { t } = useTranslation();
  const movements = useQuery(movementsQuery(spool.id));
  if (movements.isPending) return <Loading />;
  if (movements.isError)
    return <ProblemAlert error={movements.error} retry={() => void movements.refetch()} />;
  const { items, gramsLeft } = movements.data;
  if (items.length === 0) return <Empty title={t('spools.history.none')} />;
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('spools.history.left', { grams: formatNumber(gramsLeft, 1) })}</Text>
      <ul className="rows">
        {items.toReversed().map(({ id, kind, grams, runId, note, at }) => (
          <Paper component="li" key={id} withBorder p="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text fw={600}>{t(`spools.history.${kind}`)}</Text>
                {note && <Text className="typed">{note}</Text>}
                {runId && <Text size="sm">{t('spools.history.run', { id: runId.slice(-8) })}</Text>}
                <Text size="sm" className="quiet">
                  {formatMoment(at)}
                </Text>
              </div>
              <Text fw={600} className="grams">
                {t('spools.history.grams', { grams: signedGrams(grams) })}
              </Text>
            </Group>
          </Paper>
        ))}
      </ul>
    </Stack>
  );
}
