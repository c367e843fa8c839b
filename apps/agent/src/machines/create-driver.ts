import { type FirmwareProfile, findProfile } from '@pandafab/firmware';
import { labTopics, type MachineConfig } from '@pandafab/lab-link';
import {
  createStreamingDriver,
  type DriverLog,
  type MachineDriver,
  transportFor,
} from '@pandafab/machine-host';
import type { Clock, LabId } from '@pandafab/shared';
import type { Logger } from 'pino';

export interface DriverSettings {
  readonly clock: Clock;
  readonly log: Logger;
  readonly profiles: Map<string, FirmwareProfile>;
  readonly labId: LabId;
  /** The lab's own broker, for machines behind a line bridge. */
  readonly brokerUrl: string;
  readonly brokerCredentials: { readonly username: string; readonly password: string };
}

const driverLog = (log: Logger): DriverLog => ({
  info: (event, details = {}) => log.info({ details }, event),
  warn: (event, details = {}) => log.warn({ details }, event),
});

const BRIDGE = 'bridge:';

/** The query of `bridge:?qos=0` holds the line bridge's options, as that of an `mqtt://` address does. */
const bridgeAddress = (brokerUrl: string, topic: string, connection: string): string =>
  `${brokerUrl.replace(/\/$/, '')}/${topic}${connection.slice(BRIDGE.length)}`;

/**
 * The driver for a machine as the server describes it. `bridge:` stands for the lab's own broker and this agent's
 * own credentials, which go nowhere else.
 * @throws Fault MACHINE.UNKNOWN_PROFILE, MACHINE.BAD_ADDRESS
 */
export function createDriver(settings: DriverSettings, config: MachineConfig): MachineDriver {
  const { clock, labId, brokerUrl, brokerCredentials } = settings;
  const profile = findProfile(settings.profiles, config.profileId);
  const log = driverLog(settings.log.child({ machine: config.name }));
  const { baudRate, connection, machineId } = config;
  const options = { baudRate, dtr: profile.reset.dtr, clock, log };
  const transport = connection.startsWith(BRIDGE)
    ? transportFor(bridgeAddress(brokerUrl, labTopics(labId).bridge(machineId), connection), {
        ...options,
        mqttCredentials: brokerCredentials,
      })
    : transportFor(connection, options);
  return createStreamingDriver({ transport, profile, profiles: settings.profiles, clock, log });
}
