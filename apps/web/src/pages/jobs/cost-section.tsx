import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { formatDuration, formatEuros, formatNumber } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { type UsageRecord, usageQuery } from './queries';
import { Section } from './section';

/** What the print cost, or was worth. Before it is over nobody knows, and nothing is said. Only for those who may see it. */
export function CostSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const me = useMe();
  const isMine = job.memberId === me.member.id;
  const maySee = isMine || holds(me, ...ACCOUNTANTS);
  const isOver = ['done', 'stopped', 'cancelled', 'redone'].includes(job.state);
  const usage = useQuery({
    ...usageQuery(job.id, isMine ? 'mine' : 'any', job.state),
    enabled: maySee && isOver,
  });
  if (!maySee || job.state === 'refused') return null;
  return (
    <Section title={t('jobs.cost.title')}>
      {!isOver && <Text>{t('jobs.cost.later')}</Text>}
      {usage.error && <ProblemAlert error={usage.error} retry={() => usage.refetch()} />}
      {usage.data?.items.length === 0 && <Text>{t('jobs.cost.nothing')}</Text>}
      {usage.data?.items.map((record) => (
        <Record key={record.id} record={record} />
      ))}
    </Section>
  );
}

function Record({ record }: { record: UsageRecord }) {
  const { t } = useTranslation();
  const { seconds, materials } = record;
  const milligrams = materials.reduce((sum, each) => sum + each.milligrams, 0);
  const used = { time: formatDuration(seconds), grams: formatNumber(milligrams / 1000, 1) };
  return (
    <div>
      <Text fw={600}>{priceOf(record, t)}</Text>
      <Text size="sm">{t(milligrams > 0 ? 'jobs.cost.used' : 'jobs.cost.usedTime', used)}</Text>
      <Lines record={record} />
    </div>
  );
}

function priceOf(record: UsageRecord, t: ReturnType<typeof useTranslation>['t']): string {
  const { valueCents, chargedCents, category, prestationId } = record;
  if (valueCents === null || chargedCents === null) return t('jobs.cost.noTariff');
  const value = formatEuros(valueCents);
  if (prestationId !== null) return t('jobs.cost.prestation', { value });
  if (chargedCents > 0 || valueCents === 0)
    return t('jobs.cost.charged', { value: formatEuros(chargedCents) });
  return t(category === 'resident' ? 'jobs.cost.freeResident' : 'jobs.cost.free', { value });
}

function Lines({ record: { lines, valueCents } }: { record: UsageRecord }) {
  const { t } = useTranslation();
  if (!lines || lines.length === 0 || valueCents === null) return null;
  return (
    <details>
      <summary>{t('jobs.cost.details')}</summary>
      <Table captionSide="top" withTableBorder={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('jobs.cost.what')}</Table.Th>
            <Table.Th scope="col">{t('jobs.cost.quantity')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('jobs.cost.amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ code, material, quantity, unit, amountCents }) => (
            <Table.Tr key={code + material}>
              <Table.Td>{[t(`jobs.cost.line.${code}`), material].filter(Boolean).join(', ')}</Table.Td>
              <Table.Td>
                {formatNumber(Number(quantity), 3)}
                {unit !== 'C62' && ` ${t(`jobs.cost.unit.${unit}`)}`}
              </Table.Td>
              <Table.Td ta="right">{formatEuros(amountCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
