import { parseArgs } from 'node:util';
import { keepPrivate, PRIVATE_UMASK } from '@pandafab/platform';
import { Fault, isServiceAddress, systemClock } from '@pandafab/shared';
import { Agent } from './agent';
import { dataDirectoryOf, readConfig, SERVER_ADDRESS } from './config';
import { enrol } from './enrolment';
import { say, wordsOf } from './fault-words';
import { help as helpText } from './help';
import { createLog } from './log';

const VERSION = '0.1.0';
const EXIT = { ok: 0, failed: 1, refused: 2 } as const;

const flags = {
  'take-over': { type: 'boolean', default: false },
  server: { type: 'string' },
  replace: { type: 'boolean', default: false },
  start: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readFlags() {
  try {
    return parseArgs({ options: flags, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${helpText}`);
    process.exit(EXIT.refused);
  }
}

/** Runs until a signal or the server ends the process; resolves with the exit code. */
async function run(takeOver: boolean): Promise<number> {
  const config = readConfig(process.env, { takeOver });
  const log = createLog(config.log);
  const open = await keepPrivate(config.dataDirectory);
  if (open.length > 0)
    log.warn({ open }, 'other users can read these files, and this user cannot change their permissions');
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

interface Enrolling {
  readonly code: string;
  readonly serverUrl: string;
  readonly replace: boolean;
  /** Works as the lab's agent afterwards. */
  readonly start: boolean;
}

/** `agent enrol CODE --server URL`. */
async function enrolThis({ code, serverUrl, replace, start }: Enrolling): Promise<number> {
  const dataDirectory = dataDirectoryOf(process.env);
  const path = await enrol({ code, serverUrl, dataDirectory, replace });
  process.stdout.write(
    `${say('This computer is the lab’s agent now. Its settings:', 'Cet ordinateur est désormais l’agent du lab. Ses réglages :')} ${path}\n`,
  );
  return start ? run(false) : EXIT.ok;
}

function begin(): Promise<number> {
  process.umask(PRIVATE_UMASK);
  const { 'take-over': takeOver, server, replace, start } = values;
  const [command, code, ...more] = positionals;
  if (command === undefined) return run(takeOver);
  if (command === 'enrol' && code && more.length === 0 && server && isServiceAddress(server, SERVER_ADDRESS))
    return enrolThis({ code, serverUrl: server, replace, start });
  process.stderr.write(helpText);
  return Promise.resolve(EXIT.refused);
}

const { values, positionals } = readFlags();
const { help, version } = values;
if (help || version) process.stdout.write(help ? helpText : `${VERSION}\n`);
else begin().then((exitCode) => process.exit(exitCode), fail);
