import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock } from '@pandafab/shared';
import type { Connection, DriverLog, MachineStatus, PersonRequest, RunCause } from '../machine-driver';
import type { Conversation } from './conversation';
import type { HeaterBank } from './heater-bank';
import type { WaitBreaker } from './wait-breaker';

/** What one run can reach. */
export interface RunEnvironment {
  readonly conversation: Conversation;
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly bank: HeaterBank;
  readonly breaker: WaitBreaker;
  temperatures(): MachineStatus['temperatures'];
  /** Switches the heaters off; rejects when the machine does not confirm that they are. */
  coolDown(): Promise<void>;
  /** The run must not go on, though the conversation could. */
  onFailed(cause: RunCause): void;
  /** Called after each change of stage. */
  onStage(connection: Connection, asks: PersonRequest | null): void;
  /** The file is at its end, or the cancelled run has left the part: what remains is the driver's. */
  onStreamed(cancelled: boolean): void;
}
