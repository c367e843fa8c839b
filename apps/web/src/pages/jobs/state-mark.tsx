import '../../parts/file/file.css';
import { useTranslation } from 'react-i18next';
import type { JobState } from './queries';

/** A shape for each state, so that people who see no colours, or print the page in grey, can tell them apart. */
const SHAPES: Readonly<Record<JobState, { path: string; colour: string; isFilled?: boolean }>> = {
  // A magnifying glass, a clock, a triangle to play, a tick, an octagon, a cross, a bar, a turning arrow.
  analysing: { path: 'M9 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.7 12.7L17 17', colour: 'gray' },
  queued: { path: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6v4l3 2', colour: 'gray' },
  running: { path: 'M6 3.5v13l10.5-6.5z', colour: 'blue', isFilled: true },
  done: { path: 'M3.5 10.5l4.5 4.5l8.5-10', colour: 'panda' },
  stopped: { path: 'M7 2.5h6l4.5 4.5v6l-4.5 4.5h-6l-4.5-4.5v-6zM10 6v5M10 13.5v.5', colour: 'orange' },
  refused: { path: 'M5 5l10 10M15 5l-10 10', colour: 'red' },
  cancelled: { path: 'M4 10h12', colour: 'gray' },
  redone: { path: 'M15.5 7a6.5 6.5 0 1 0 1 4.5M16 3v4h-4', colour: 'gray' },
};

export function StateMark({ state }: { state: JobState }) {
  const { t } = useTranslation();
  const { path, colour, isFilled } = SHAPES[state];
  return (
    <span className="state-mark">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className={`state-${colour}`}>
        <path
          d={path}
          fill={isFilled ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t(`jobs.state.${state}`)}
    </span>
  );
}
