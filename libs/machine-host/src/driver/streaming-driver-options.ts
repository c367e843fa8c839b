import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock } from '@pandafab/shared';
import type { DriverLog } from '../machine-driver';
import type { Transport } from '../transport';

export interface StreamingDriverOptions {
  readonly transport: Transport;
  readonly profile: FirmwareProfile;
  /** Those that the machine may be recognised as; none when not given. */
  readonly profiles?: ReadonlyMap<string, FirmwareProfile>;
  readonly clock: Clock;
  readonly log: DriverLog;
}
