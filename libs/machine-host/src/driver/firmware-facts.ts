import type { FirmwareProfile } from '@pandafab/firmware';
import { firmwareNameOf, type Reply } from '../protocol/reply';
import type { StreamerState } from '../streamer/state';

/** What the machine says of itself, over what its profile assumes. */
export class FirmwareFacts {
  autoreportsTemperatures: boolean;
  name: string | null = null;
  /** The last error it reported, until it answered normally again. */
  lastError = '';

  constructor(
    profile: FirmwareProfile,
    private readonly state: StreamerState,
  ) {
    this.autoreportsTemperatures = profile.capabilities.AUTOREPORT_TEMP;
  }

  learn(reply: Reply): void {
    if (reply.kind === 'ok') this.lastError = '';
    else if (reply.kind === 'error') this.lastError = reply.text;
    else if (reply.kind === 'firmware') this.name = firmwareNameOf(reply.text);
    else if (reply.kind === 'capability') this.learnCapability(reply.text);
  }

  private learnCapability(text: string): void {
    const [name, value] = text.split(':');
    if (name === 'EMERGENCY_PARSER') this.state.emergencyParser = value === '1';
    if (name === 'AUTOREPORT_TEMP') this.autoreportsTemperatures = value === '1';
  }
}
