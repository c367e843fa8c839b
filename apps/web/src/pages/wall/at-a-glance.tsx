import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../design/icon';
import { formatEnd } from '../../parts/format';
import type { ShownState } from './state';
import { StateShape } from './state-mark';
import './at-a-glance.css';

/** A machine that waits for a person. */
export interface Call {
  readonly id: string;
  readonly name: string;
  readonly state: ShownState;
}

interface Props {
  /** The most urgent first. */
  readonly calls: readonly Call[];
  readonly printing: number;
  /** When the next print ends, in seconds from now. */
  readonly nextEnd: number | undefined;
  readonly isStaff: boolean;
  readonly isLost: boolean;
  /** Puts the machines that wait for a person first; undefined where they stand first already. */
  readonly sortNow: (() => void) | undefined;
}

/** One look says whether all is well, and who calls if not. As high whatever it says: nothing under it moves. */
export const AtAGlance = memo(function AtAGlance(props: Props) {
  const { calls, printing, nextEnd, isStaff, isLost, sortNow } = props;
  const { t } = useTranslation();
  if (isLost) return null;
  const isWell = calls.length === 0;
  return (
    <section className="glance" data-well={isWell || undefined} aria-label={t('wall.glance.label')}>
      <Icon name={isWell ? 'list-check' : 'alert-triangle'} />
      <p role="status">
        <b>
          {isWell
            ? t('wall.glance.well')
            : t(isStaff ? 'wall.glance.calls' : 'wall.glance.callsStaff', { count: calls.length })}
        </b>
        {isWell && (
          <span>
            {t('wall.glance.printing', { count: printing })}
            {nextEnd !== undefined &&
              ` · ${t('wall.glance.nextEnd', { time: formatEnd(nextEnd, Date.now()) })}`}
          </span>
        )}
      </p>
      {!isWell && (
        <ul>
          {calls.map(({ id, name, state }) => (
            <li key={id}>
              <a href={`#machine-${id}`}>
                <StateShape state={state} />
                {name} – {t(`wall.state.${state}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {sortNow && (
        <button type="button" onClick={sortNow}>
          {t('wall.glance.first')}
        </button>
      )}
    </section>
  );
});
