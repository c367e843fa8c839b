import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SHOWN_STATES, type ShownState } from './state';
import { StateShape } from './state-mark';

/** With fewer machines, all are visible together: neither counts nor a filter say more. */
const LARGE = 4;

interface Props {
  readonly counts: ReadonlyMap<ShownState, number>;
  readonly total: number;
  /** The number of waiting jobs, as text; '' when there is none. */
  readonly queueWords: string;
  /** The page of the waiting jobs: of the lab, or the reader's own. */
  readonly queuePage: '/lab-jobs' | '/jobs';
  readonly chosen: ShownState | undefined;
  readonly choose: (state: ShownState | undefined) => void;
  readonly isLost: boolean;
}

/** In a large lab the number of machines in each state, which is also a filter; and who waits. */
export const Summary = memo(function Summary(props: Props) {
  const { counts, total, queueWords, queuePage, chosen, choose, isLost } = props;
  const { t } = useTranslation();
  const shown = SHOWN_STATES.filter((state) => counts.has(state) || state === chosen);
  const words = (state: ShownState) => (
    <>
      <StateShape state={state} />
      {t(`wall.state.${state}`)} <b>{counts.get(state) ?? 0}</b>
    </>
  );
  const queue = queueWords !== '' && (
    <p>
      {queueWords}{' '}
      <Link to={queuePage} className="queue-link">
        {t('wall.seeQueue')}
      </Link>
    </p>
  );
  if (total < LARGE)
    return queue ? (
      <div className="summary" data-lost={isLost || undefined}>
        {queue}
      </div>
    ) : null;
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
