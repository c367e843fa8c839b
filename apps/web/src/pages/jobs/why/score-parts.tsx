import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatDuration, formatNumber } from '../../../parts/format';

interface Props {
  readonly score: Schemas['QueueScore'];
  readonly share: Schemas['FairShare'];
}

const PARTS = ['fairShare', 'waiting', 'priority', 'dueDate', 'moved'] as const;
const ALWAYS = ['fairShare', 'waiting'];
const HOUR_S = 3_600;
/** Less than a minute is nothing. */
const LEAST_HOURS = 1 / 60;

/** The parts of a job's score in hours: plus moves it back, minus moves it forward. */
export function ScoreParts({ score, share }: Props) {
  const { t } = useTranslation();
  const hours = (value: number) => t('why.score.hours', { hours: signed(value) });
  const shown = PARTS.filter((part) => ALWAYS.includes(part) || score[part] !== 0);
  const { payer, usedHours, beforeHours } = share;
  const isNothing = usedHours + beforeHours < LEAST_HOURS;
  const figures = {
    used: formatDuration(usedHours * HOUR_S),
    before: formatDuration(beforeHours * HOUR_S),
  };
  return (
    <div>
      <h3>{t('why.score.title')}</h3>
      <dl className="why-score">
        {shown.map((part) => (
          <div key={part}>
            <dt>{t(`why.score.${part}`)}</dt>
            <dd>{hours(score[part])}</dd>
          </div>
        ))}
      </dl>
      <p>{t('why.score.sum', { hours: hours(score.sum) })}</p>
      <p className="quiet">{isNothing ? t('why.share.none') : t(`why.share.${payer}`, figures)}</p>
    </div>
  );
}

/** To a tenth, without a sign for what is rounded to nothing. */
function signed(value: number): string {
  const tenths = Math.round(value * 10) / 10;
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${formatNumber(Math.abs(tenths), 1)}`;
}
