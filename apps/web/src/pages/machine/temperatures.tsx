import { useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { formatCelsius, formatTime } from '../../parts/format';
import { heaterName } from '../../parts/heater-name';
import { Loading } from '../../parts/loading';
import { lookOf } from './heater-looks';
import { heatersIn, type Sample, spanOf, useHeatHistory } from './history';
import { Section } from './section';

const Chart = lazy(() => import('./temperature-chart'));

/** The heaters over time: as a chart, and as text for screen readers. */
export function Temperatures({ machine, isLive }: { machine: Machine; isLive: boolean }) {
  const { t } = useTranslation();
  const samples = useHeatHistory(machine, isLive);
  const id = useId();
  const first = samples[0];
  const heaters = heatersIn(samples);
  if (heaters.length === 0)
    return (
      <Section title={t('machine.heat.title')}>
        {first && <p className="quiet">{t('machine.heat.none')}</p>}
      </Section>
    );
  return (
    <Section title={t('machine.heat.title')}>
      <div role="img" aria-label={t('machine.heat.title')} aria-describedby={id} className="chart">
        <Suspense fallback={<Loading />}>
          <Chart samples={samples} heaters={heaters} />
        </Suspense>
      </div>
      <ul id={id} className="plain">
        {heaters.map((heater, at) => (
          <InWords
            key={heater}
            samples={samples}
            heater={heater}
            at={at}
            name={heaterName(heater, heaters, t)}
          />
        ))}
      </ul>
      {first && <p className="quiet">{t('machine.heat.since', { time: formatTime(first.at * 1000) })}</p>}
    </Section>
  );
}

interface InWordsProps {
  readonly samples: readonly Sample[];
  readonly heater: string;
  /** The place of the heater in the list: its line looks as in the chart. */
  readonly at: number;
  readonly name: string;
}
function InWords({ samples, heater, at, name }: InWordsProps) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const span = spanOf(samples, heater);
  if (!span) return null;
  const look = lookOf(at);
  return (
    <li>
      <svg width="36" height="10" viewBox="0 0 36 10" aria-hidden="true">
        <path d="M0 5h36" stroke={look[scheme]} strokeWidth="3" strokeDasharray={look.dashes.join(' ')} />
      </svg>{' '}
      {t('machine.heat.words', {
        name,
        now: span.now === undefined ? t('wall.heat.unknown') : formatCelsius(span.now),
        target: span.target === undefined ? t('machine.heat.off') : formatCelsius(span.target),
        lowest: formatCelsius(span.lowest),
        highest: formatCelsius(span.highest),
      })}
    </li>
  );
}
