import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { formatCelsius, formatTime } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { type Part, type Sample, spanOf, useHeatHistory } from './history';
import { Section } from './section';

const Chart = lazy(() => import('./temperature-chart'));

/** The heaters over time: as lines, and in words for whoever does not see them. */
export function Temperatures({ machine, isLive }: { machine: Machine; isLive: boolean }) {
  const { t } = useTranslation();
  const samples = useHeatHistory(machine, isLive);
  const id = useId();
  const first = samples[0];
  return (
    <Section title={t('machine.heat.title')}>
      <div role="img" aria-label={t('machine.heat.title')} aria-describedby={id} className="chart">
        <Suspense fallback={<Loading />}>
          <Chart samples={samples} />
        </Suspense>
      </div>
      <ul id={id} className="plain">
        <InWords samples={samples} part="nozzle" />
        <InWords samples={samples} part="bed" />
      </ul>
      {first && <p className="quiet">{t('machine.heat.since', { time: formatTime(first.at * 1000) })}</p>}
    </Section>
  );
}

/** The same dashes as in the chart. */
const DASHES: Readonly<Record<Part, string | undefined>> = { nozzle: undefined, bed: '9 4' };

function InWords({ samples, part }: { samples: readonly Sample[]; part: Part }) {
  const { t } = useTranslation();
  const span = spanOf(samples, part);
  const name = t(`wall.heat.${part}`);
  const degrees = (value: number | undefined) =>
    value === undefined ? t('wall.heat.unknown') : formatCelsius(value);
  return (
    <li>
      <svg width="36" height="10" viewBox="0 0 36 10" aria-hidden="true" className={`stroke-${part}`}>
        <path d="M0 5h36" strokeWidth="3" strokeDasharray={DASHES[part]} />
      </svg>{' '}
      {span
        ? t('machine.heat.words', {
            name,
            now: degrees(span.now),
            target: span.target === undefined ? t('machine.heat.off') : formatCelsius(span.target),
            lowest: formatCelsius(span.lowest),
            highest: formatCelsius(span.highest),
          })
        : t('machine.heat.none', { name })}
    </li>
  );
}
