import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { PageIcon } from '../../../design/page-icon';
import { StateBadge, type Tone } from '../../../parts/state-badge';
import { useProfiles } from './queries';

type Port = Schemas['Port'];

interface Props {
  readonly port: Port;
  /** The name of the machine that uses it. */
  readonly user?: string | undefined;
  /** What can be done with it. */
  readonly children: ReactNode;
}

const TONES: Readonly<Record<Port['state'], Tone>> = {
  used: 'good',
  answered: 'good',
  asking: 'soon',
  unasked: 'neutral',
  silent: 'neutral',
  busy: 'bad',
  forbidden: 'bad',
};

/** One serial port: what is plugged in there, and what it answered. */
export function PortRow({ port, user, children }: Props) {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const { path, maker, product, serialNumber, state, answer } = port;
  const profile = answer?.profileId && profiles.find(answer.profileId)?.name;
  return (
    <li className="port">
      <PageIcon name="plug-connected" />
      <div className="port-words">
        <p className="port-name typed">{answer?.machineType ?? product ?? path}</p>
        {answer && <p className="typed">{profile ? `${answer.firmware} – ${profile}` : answer.firmware}</p>}
        <p className="quiet typed port-path">
          {[maker, serialNumber, path].filter((each) => each !== null).join(' · ')}
        </p>
        <StateBadge tone={TONES[state]}>
          {user ? t('machines.ports.usedBy', { machine: user }) : t(`machines.ports.state.${state}`)}
        </StateBadge>
        {(state === 'busy' || state === 'forbidden' || state === 'silent') && (
          <p className="quiet">{t(`machines.ports.cure.${state}`)}</p>
        )}
      </div>
      {children}
    </li>
  );
}
