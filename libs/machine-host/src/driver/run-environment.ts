import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock, MachineState } from '@pandafab/shared';
import type { Dialect, Heaters } from '../dialect/dialect';
import type { DriverLog, PersonRequest, RunCause } from '../machine-driver';
import type { HeaterReading } from '../readings';
import type { Conversation } from './conversation';
import type { WaitBreaker } from './wait-breaker';

/** The parts that one run uses. */
export interface RunEnvironment {
  readonly conversation: Conversation;
  readonly profile: FirmwareProfile;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly bank: Heaters;
  readonly breaker: WaitBreaker;
  readings(): readonly HeaterReading[];
  /** Switches the heaters off; rejects when the machine does not confirm that they are. */
  coolDown(): Promise<void>;
  /** The run must not continue, although the conversation could. */
  onFailed(cause: RunCause): void;
  /** Called after each change of stage. */
  onStage(state: MachineState, asks: PersonRequest | null): void;
  /** The file is at its end, or the cancelled run has moved away from the part: the driver does the rest. */
  onStreamed(cancelled: boolean): void;
}
