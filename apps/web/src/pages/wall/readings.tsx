import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine, Run } from '../../api/queries';
import { formatCelsius, formatDuration, formatEnd } from '../../parts/format';
import { heaterName } from '../../parts/heater-name';
import { type Heat, heatsOf } from './heats';

type HeatProps = Omit<Heat, 'name'> & { readonly label: string };
const HeatLine = memo(function HeatLine({ label, actual, target }: HeatProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {actual === undefined ? t('wall.heat.unknown') : formatCelsius(actual)}
        {!!target && ` ${t('wall.heat.towards', { target: formatCelsius(target) })}`}
      </dd>
    </div>
  );
});

/** The temperatures of the machine's heaters: not known while the machine does not answer. */
export function Heats({ machine }: { machine: Machine }) {
  const { t } = useTranslation();
  const heats = heatsOf(machine);
  if (heats.length === 0) return null;
  const names = heats.map(({ name }) => name);
  return (
    <dl className="heats">
      {heats.map(({ name, actual, target }) => (
        <HeatLine key={name} label={heaterName(name, names, t)} actual={actual} target={target} />
      ))}
    </dl>
  );
}

/** When a run ends, and how far it is; nothing when the lab does not report it. */
export function RunProgress({ run }: { run: Run }) {
  const { t } = useTranslation();
  if (!run.progress) return <p className="quiet">{t('wall.noProgress')}</p>;
  const { fraction, remainingSeconds } = run.progress;
  return <ProgressLine percent={Math.floor(fraction * 100)} seconds={remainingSeconds} />;
}

interface LineProps {
  readonly percent: number;
  readonly seconds: number | null;
}
function ProgressLine({ percent, seconds }: LineProps) {
  const { t } = useTranslation();
  return (
    <div className="run-progress">
      <p className="run-end">
        {seconds === null
          ? t('wall.leftUnknown')
          : t('wall.endsAt', { time: formatEnd(seconds, Date.now()) })}
      </p>
      <progress max={100} value={percent} aria-label={t('wall.progress')} />
      <p className="quiet figures">
        {`${percent}\u00a0%`}
        {seconds !== null && ` · ${t('wall.left', { duration: formatDuration(roundedUp(seconds)) })}`}
      </p>
    </div>
  );
}

/** Rounded to minutes while there is more than one: a number that changes every second is hard to read. */
const roundedUp = (seconds: number): number => (seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds);
