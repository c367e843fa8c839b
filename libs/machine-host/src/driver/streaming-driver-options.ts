import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock } from '@pandafab/shared';
import type { Dialect } from '../dialect/dialect';
import type { DriverLog } from '../machine-driver';
import type { Transport } from '../transport';

export interface StreamingDriverOptions {
  readonly transport: Transport;
  readonly profile: FirmwareProfile;
  /** The profile's dialect when not given. */
  readonly dialect?: Dialect;
  /** The profiles used to recognise the machine; none when not given. */
  readonly profiles?: ReadonlyMap<string, FirmwareProfile>;
  readonly clock: Clock;
  readonly log: DriverLog;
}
