import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { priceWords } from '../../parts/file/price';
import { PriceLines } from '../../parts/file/price-lines';
import { formatDuration, formatNumber } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { type UsageRecord, usageQuery } from './queries';
import { Section } from './section';

const OVER: readonly Job['state'][] = ['done', 'stopped', 'cancelled', 'redone'];

/** The cost of the print, or its value if it was free; unknown until the print is over. For people who may see it. */
export function CostSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const me = useMe();
  const isMine = job.memberId === me.member.id;
  const maySee = isMine || holds(me, ...ACCOUNTANTS);
  const isOver = OVER.includes(job.state);
  const usage = useQuery({
    ...usageQuery(job.id, isMine ? 'mine' : 'any'),
    enabled: maySee && isOver,
  });
  if (!maySee || job.state === 'refused') return null;
  return (
    <Section title={t('file.cost.title')}>
      {!isOver && <Text>{t('file.cost.later')}</Text>}
      {usage.error && <ProblemAlert error={usage.error} retry={() => usage.refetch()} />}
      {usage.data?.items.length === 0 && <Text>{t('file.cost.nothing')}</Text>}
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
      <Text size="sm">{t(milligrams > 0 ? 'file.cost.used' : 'file.cost.usedTime', used)}</Text>
      {record.lines && <PriceLines lines={record.lines} />}
    </div>
  );
}

function priceOf(record: UsageRecord, t: TFunction): string {
  const { valueCents, chargedCents, category, prestationId } = record;
  if (valueCents === null || chargedCents === null) return t('file.cost.noTariff');
  return priceWords({ valueCents, chargedCents, category, isPrestation: prestationId !== null }, t);
}
