import { readFileSync } from 'node:fs';
import { serviceAddress } from '@pandafab/platform';
import { type AddressRule, type AgentId, type LabId, readEnvironment } from '@pandafab/shared';
import { z } from 'zod';
import { readEnrolment } from './enrolment';

/** Agents request /api at this address; a path in the address is ignored. */
export const SERVER_ADDRESS: AddressRule = {
  schemes: ['http', 'https'],
  sentence: 'must look like http://server:3000',
};

const DATA_DIRECTORY = '.data/agent';

/** The folder for everything that must survive a restart of the agent. */
export const dataDirectoryOf = (env: NodeJS.ProcessEnv): string =>
  env.PANDAFAB_AGENT_DATA_DIR || DATA_DIRECTORY;

/** @param secretFile the file from which the secret was to be read, if any */
const settingsSchema = (secretFile: string | undefined) =>
  z.object({
    PANDAFAB_SERVER_URL: serviceAddress(SERVER_ADDRESS),
    PANDAFAB_MQTT_URL: serviceAddress({
      schemes: ['mqtt', 'mqtts'],
      sentence: 'must look like mqtt://server:1883',
    }),
    PANDAFAB_LAB_ID: z.uuid(),
    PANDAFAB_AGENT_ID: z.uuid(),
    PANDAFAB_AGENT_SECRET: z.string({
      error: secretFile
        ? `no secret can be read from ${secretFile}`
        : 'is needed, or PANDAFAB_AGENT_SECRET_FILE; or enrol this computer: agent enrol CODE --server URL',
    }),
    PANDAFAB_AGENT_DATA_DIR: z.string().default(DATA_DIRECTORY),
    PANDAFAB_AGENT_PORT: z.coerce.number().int().min(0).max(65535).optional(),
    PANDAFAB_AGENT_CACHE_MB: z.coerce.number().positive().default(2000),
    PANDAFAB_AGENT_ANNOUNCE: z
      .union([z.enum(['no', 'yes']), z.ipv4()], {
        error: 'must be no, yes, or an IPv4 address of this computer',
      })
      .default('no'),
    PANDAFAB_AGENT_ON_STOP: z.enum(['park', 'finish']).default('park'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    LOG_PRETTY: z.stringbool().optional(),
  });

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The agent's settings, read once at start. */
export interface AgentConfig {
  readonly serverUrl: string;
  readonly mqttUrl: string;
  readonly labId: LabId;
  readonly agentId: AgentId;
  readonly secret: string;
  /** The secret comes from enrolment, not from the environment: the agent may replace it. */
  readonly secretIsEnrolled: boolean;
  readonly dataDirectory: string;
  /** Port of the health endpoint on the loopback address; 0 for any free one, undefined for none. */
  readonly healthPort: number | undefined;
  /** Fetched files above this are removed, least recently used first. */
  readonly cacheBytes: number;
  /** A person requested that this computer replace the previous one. */
  readonly takeOver: boolean;
  /** Running prints when this process is asked to stop: parked with the heaters off, or finished first. */
  readonly onStop: 'park' | 'finish';
  /** The lab's address for slicers is announced on the network; on that of this own address, if there is one. */
  readonly announce: { readonly networkAddress: string | undefined; readonly port?: number } | undefined;
  readonly log: { readonly level: string; readonly pretty: boolean };
}

/** @throws Fault HOST.SETTINGS_INVALID {problems} naming every bad variable */
export function readConfig(env: NodeJS.ProcessEnv, flags: { readonly takeOver: boolean }): AgentConfig {
  const enrolled = readEnrolment(dataDirectoryOf(env));
  const file = env.PANDAFAB_AGENT_SECRET_FILE;
  const secret = env.PANDAFAB_AGENT_SECRET || (file ? readSecret(file) : enrolled.PANDAFAB_AGENT_SECRET);
  // The environment overrides the values from enrolment.
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const all = { ...enrolled, ...said, PANDAFAB_AGENT_SECRET: secret };
  const settings = readEnvironment(settingsSchema(file), all);
  return {
    serverUrl: settings.PANDAFAB_SERVER_URL,
    mqttUrl: settings.PANDAFAB_MQTT_URL,
    labId: settings.PANDAFAB_LAB_ID as LabId,
    agentId: settings.PANDAFAB_AGENT_ID as AgentId,
    secret: settings.PANDAFAB_AGENT_SECRET,
    secretIsEnrolled: !env.PANDAFAB_AGENT_SECRET && !file,
    dataDirectory: settings.PANDAFAB_AGENT_DATA_DIR,
    healthPort: settings.PANDAFAB_AGENT_PORT,
    cacheBytes: settings.PANDAFAB_AGENT_CACHE_MB * 1024 * 1024,
    takeOver: flags.takeOver,
    onStop: settings.PANDAFAB_AGENT_ON_STOP,
    announce: announceOf(settings.PANDAFAB_AGENT_ANNOUNCE),
    log: { level: settings.LOG_LEVEL, pretty: settings.LOG_PRETTY ?? process.stdout.isTTY === true },
  };
}

const announceOf = (said: string): AgentConfig['announce'] =>
  said === 'no' ? undefined : { networkAddress: said === 'yes' ? undefined : said };
