import { useTranslation } from 'react-i18next';
import type { Machine } from '../../../api/queries';
import { StateBadge, type Tone } from '../../../parts/state-badge';
import { type ShownState, stateOf } from '../../wall/state';

const TONES: Readonly<Partial<Record<ShownState, Tone>>> = {
  ready: 'good',
  printing: 'good',
  paused: 'soon',
  bed: 'soon',
  maintenance: 'neutral',
  away: 'neutral',
  unconnected: 'bad',
  person: 'bad',
  heaters: 'bad',
  stop: 'bad',
};

/** The state of a machine in one word; a retired one has no other state. */
export function MachineState({ machine }: { machine: Machine }) {
  const { t } = useTranslation();
  if (machine.retiredAt) return <StateBadge tone="neutral">{t('machines.retired')}</StateBadge>;
  const state = stateOf(machine);
  const isConnecting = machine.live?.state === 'connecting';
  return (
    <StateBadge tone={isConnecting ? 'soon' : (TONES[state] ?? 'neutral')}>
      {t(isConnecting ? 'machines.connecting' : `wall.state.${state}`)}
    </StateBadge>
  );
}
