import { useTranslation } from 'react-i18next';
import type { ReportedState, ShownState } from './state';

/** One shape for each state, on 16 × 16, so that states differ without colour. */
const SHAPES: Readonly<Record<ShownState, string>> = {
  stop: 'M5 0h6l5 5v6l-5 5H5l-5-5V5zM7 3v6h2V3zm0 8v2h2v-2z',
  heaters: 'M8 0l8 15H0zM7 5v5h2V5zm0 6v2h2v-2z',
  person: 'M8 0a4 4 0 110 8 4 4 0 010-8zM1 16c0-4 3-7 7-7s7 3 7 7z',
  unconnected: 'M2 0l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z',
  away: 'M8 0a8 8 0 110 16A8 8 0 018 0zm0 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11z',
  bed: 'M0 13h16v3H0zM4 4h8v8H4z',
  paused: 'M2 1h4v14H2zm8 0h4v14h-4z',
  printing: 'M2 0l13 8-13 8z',
  ready: 'M8 0a8 8 0 110 16A8 8 0 018 0z',
  maintenance: 'M8 0l8 8-8 8-8-8z',
};

export const StateShape = ({ state }: { state: ShownState }) => (
  <svg className="state-shape" data-state={state} viewBox="0 0 16 16" aria-hidden="true">
    <path fillRule="evenodd" d={SHAPES[state]} />
  </svg>
);

interface MarkProps {
  readonly state: ShownState;
  readonly reported: ReportedState | undefined;
}

/** The state of a machine as shape, colour and text; with the reported state if that says more. */
export function StateMark({ state, reported }: MarkProps) {
  const { t } = useTranslation();
  const fine = reported === undefined ? '' : t(`wall.reported.${reported}`, { defaultValue: '' });
  return (
    <p className="state-mark">
      <StateShape state={state} />
      <span>
        {t(`wall.state.${state}`)}
        {fine && ` – ${fine}`}
      </span>
    </p>
  );
}
