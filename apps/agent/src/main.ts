import { parseArgs } from 'node:util';
import { isServiceAddress, keepPrivate, PRIVATE_UMASK } from '@pandafab/platform';
import { Fault, systemClock } from '@pandafab/shared';
import { Agent } from './agent';
import { dataDirectoryOf, readConfig, SERVER_ADDRESS } from './config';
import { enrol } from './enrolment';
import { say, wordsOf } from './fault-words';
import { createLog } from './log';

const VERSION = '0.1.0';
const EXIT = { ok: 0, failed: 1, refused: 2 } as const;

const HELP = `Usage: agent [--take-over]
       agent enrol CODE --server URL [--replace]

One lab's agent: runs beside the machines, prints what the server assigns, and prints on while offline.

  enrol CODE    makes this computer a lab's agent, by the code that an administrator gave; the settings below are then
                kept in the data directory, and only what differs needs to be set
  --server URL  address of the server, such as https://fab.example.org
  --replace     this computer was an agent before, and is to be another

  --take-over   this computer replaces the lab's agent of before, which is then shut out
  --version     print the version
  --help        print this

Environment:
  PANDAFAB_SERVER_URL         address of the server, such as http://server:3000
  PANDAFAB_MQTT_URL           address of its broker, such as mqtt://server:1883
  PANDAFAB_LAB_ID             id of the lab
  PANDAFAB_AGENT_ID           id of this lab's agent
  PANDAFAB_AGENT_SECRET       its secret, or
  PANDAFAB_AGENT_SECRET_FILE  the file that holds it
  PANDAFAB_AGENT_DATA_DIR     journal and files (.data/agent)
  PANDAFAB_AGENT_PORT         loopback port that answers GET /health; 0 for any free one (none)
  PANDAFAB_AGENT_CACHE_MB     megabytes of fetched files kept for the next print (2000)
  PANDAFAB_AGENT_ON_STOP      prints under way when it is told to end: park (heads aside, heaters off, ten seconds at most)
                              or finish (no new ones; it ends with the last, or at a second signal, which parks) (park)
  LOG_LEVEL                   trace, debug, info, warn, error or silent (info)
  LOG_PRETTY                  lines for people instead of JSON (yes on a terminal)

Exit codes: 0 stopped as told, 1 failed, 2 refused (settings, identity or data directory in use).
`;

const flags = {
  'take-over': { type: 'boolean', default: false },
  server: { type: 'string' },
  replace: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readFlags() {
  try {
    return parseArgs({ options: flags, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    process.exit(EXIT.refused);
  }
}

/** Runs until a signal or the server ends it; resolves with the exit code. */
async function run(takeOver: boolean): Promise<number> {
  const config = readConfig(process.env, { takeOver });
  const log = createLog(config.log);
  const open = await keepPrivate(config.dataDirectory);
  if (open.length > 0) log.warn({ open }, 'others may read what is not ours to close');
  let end: (exitCode: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  let signals = 0;
  const endBySignal = () => {
    signals++;
    if (signals > 1) agent?.stop(true);
    end(EXIT.ok);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endBySignal);
  let agent: Agent | undefined;
  agent = await Agent.start({
    ...{ config, log, clock: systemClock, version: VERSION },
    onRefused: () => end(EXIT.refused),
  });
  const exitCode = await ended;
  await agent.stop(exitCode === EXIT.refused || signals > 1);
  return exitCode;
}

function fail(error: unknown): never {
  const words = error instanceof Fault ? wordsOf(error) : ((error as Error)?.stack ?? String(error));
  process.stderr.write(`${words}\n`);
  process.exit(error instanceof Fault ? EXIT.refused : EXIT.failed);
}

/** `agent enrol CODE --server URL`. */
async function enrolThis(code: string, serverUrl: string, replace: boolean): Promise<number> {
  const dataDirectory = dataDirectoryOf(process.env);
  const path = await enrol({ code, serverUrl, dataDirectory, replace });
  process.stdout.write(
    `${say('This computer is the lab’s agent now. Its settings:', 'Cet ordinateur est désormais l’agent du lab. Ses réglages :')} ${path}\n`,
  );
  return EXIT.ok;
}

function start(): Promise<number> {
  process.umask(PRIVATE_UMASK);
  const { 'take-over': takeOver, server, replace } = values;
  const [command, code, ...more] = positionals;
  if (command === undefined) return run(takeOver);
  if (command === 'enrol' && code && more.length === 0 && server && isServiceAddress(server, SERVER_ADDRESS))
    return enrolThis(code, server, replace);
  process.stderr.write(HELP);
  return Promise.resolve(EXIT.refused);
}

const { values, positionals } = readFlags();
const { help, version } = values;
if (help || version) process.stdout.write(help ? HELP : `${VERSION}\n`);
else start().then((exitCode) => process.exit(exitCode), fail);
