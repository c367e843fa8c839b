import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type MachineState, STATES } from './state';
import { StateShape } from './state-mark';

/** Below that, everything is seen at a glance, and a filter would be in the way. */
const LARGE = 7;

interface Props {
  readonly counts: ReadonlyMap<MachineState, number>;
  readonly total: number;
  /** How many jobs wait, in words; '' where none does. */
  readonly queueWords: string;
  readonly chosen: MachineState | undefined;
  readonly choose: (state: MachineState | undefined) => void;
  readonly isLost: boolean;
}

/** How many machines are how; in a large lab each count is also the way to see only those. */
export const Summary = memo(function Summary({ counts, total, queueWords, chosen, choose, isLost }: Props) {
  const { t } = useTranslation();
  const shown = STATES.filter((state) => counts.has(state) || state === chosen);
  const words = (state: MachineState) => (
    <>
      <StateShape state={state} />
      {t(`wall.state.${state}`)} <b>{counts.get(state) ?? 0}</b>
    </>
  );
  const queue = queueWords !== '' && <p>{queueWords}</p>;
  if (total < LARGE)
    return (
      <div className="summary" data-lost={isLost || undefined}>
        <ul aria-label={t('wall.summary')}>
          {shown.map((state) => (
            <li key={state}>{words(state)}</li>
          ))}
        </ul>
        {queue}
      </div>
    );
  return (
    <div className="summary" data-lost={isLost || undefined}>
      <fieldset>
        <legend className="sr-only">{t('wall.filter')}</legend>
        <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
          {t('wall.all')} <b>{total}</b>
        </button>
        {shown.map((state) => (
          <button
            type="button"
            key={state}
            aria-pressed={chosen === state}
            onClick={() => choose(chosen === state ? undefined : state)}
          >
            {words(state)}
          </button>
        ))}
      </fieldset>
      {queue}
    </div>
  );
});
