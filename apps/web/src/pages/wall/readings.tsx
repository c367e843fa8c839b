import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { formatCelsius, formatDuration } from '../../parts/format';
import { isHeard, type Run } from './state';

interface HeatProps {
  readonly label: string;
  /** Whole degrees, so that what looks the same is not drawn again; undefined where nobody knows. */
  readonly actual: number | undefined;
  readonly target: number | undefined;
}
const Heat = memo(function Heat({ label, actual, target }: HeatProps) {
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

const whole = (value: number | undefined) => (value === undefined ? undefined : Math.round(value));

/** Nozzle and bed, as the machine says now: a line that does not answer has no temperatures. */
export function Heats({ machine }: { machine: Machine }) {
  const { t } = useTranslation();
  const live = isHeard(machine) ? machine.live : null;
  return (
    <dl className="heats">
      {(['nozzle', 'bed'] as const).map((part) => (
        <Heat
          key={part}
          label={t(`wall.heat.${part}`)}
          actual={whole(live?.[part]?.actual)}
          target={whole(live?.[part]?.target)}
        />
      ))}
    </dl>
  );
}

/** How far a run is, and what is left of it; nothing where the lab does not say. */
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
  const left =
    seconds === null
      ? t('wall.leftUnknown')
      : t('wall.left', { duration: formatDuration(roundedUp(seconds)) });
  return (
    <div className="run-progress">
      <progress max={100} value={percent} aria-label={t('wall.progress')} />
      <span>{`${percent}\u00a0% · ${left}`}</span>
    </div>
  );
}

/** To the minute while there is more than one: a number that jumps every second is read by nobody. */
const roundedUp = (seconds: number): number => (seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds);
