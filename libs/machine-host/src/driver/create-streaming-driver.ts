import type { MachineDriver } from '../machine-driver';
import { StreamingDriver } from './streaming-driver';
import type { StreamingDriverOptions } from './streaming-driver-options';

/** A driver that sends files line by line over the transport. Nothing happens before `connect`. */
export const createStreamingDriver = (options: StreamingDriverOptions): MachineDriver =>
  new StreamingDriver(options);
