import { type FirmwareProfile, findProfile } from '@pandafab/firmware';
import { labTopics, type MachineConfig } from '@pandafab/lab-link';
import {
  createStreamingDriver,
  type DriverLog,
  type MachineDriver,
  type Transport,
  transportFor,
} from '@pandafab/machine-host';
import type { Clock, LabId } from '@pandafab/shared';
import type { Logger } from 'pino';
import { VIRTUAL, virtualTransport } from './virtual-transport';

export interface DriverSettings {
  readonly clock: Clock;
  readonly log: Logger;
  readonly profiles: ReadonlyMap<string, FirmwareProfile>;
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
const bridgeAddress = (brokerUrl: string, topic: string, address: string): string =>
  `${brokerUrl.replace(/\/$/, '')}/${topic}${address.slice(BRIDGE.length)}`;

/**
 * Creates the driver for a machine as the server describes it. `bridge:` means the lab's own broker and this agent's
 * own credentials, which are sent to no other host; `virtual:` a virtual machine in this process.
 * @throws Fault MACHINE.UNKNOWN_PROFILE, MACHINE.BAD_ADDRESS
 */
export function createDriver(settings: DriverSettings, config: MachineConfig): MachineDriver {
  const { clock, profiles } = settings;
  const profile = findProfile(profiles, config.profileId);
  const log = driverLog(settings.log.child({ machine: config.name }));
  const transport = transportOf(settings, config, profile, log);
  return createStreamingDriver({ transport, profile, profiles, clock, log });
}

function transportOf(
  { clock, labId, brokerUrl, brokerCredentials }: DriverSettings,
  { address, baudRate, credentials, machineId }: MachineConfig,
  profile: FirmwareProfile,
  log: DriverLog,
): Transport {
  if (address.startsWith(VIRTUAL)) return virtualTransport(address, profile, clock);
  const options = { baudRate, dtr: profile.reset.dtr, clock, log };
  return address.startsWith(BRIDGE)
    ? transportFor(bridgeAddress(brokerUrl, labTopics(labId).bridge(machineId), address), {
        ...options,
        mqttCredentials: brokerCredentials,
      })
    : transportFor(address, { ...options, mqttCredentials: credentials ?? undefined });
}
