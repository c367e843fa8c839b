import {
  defaultProfilesDirectory,
  type FirmwareProfile,
  findProfile,
  loadProfiles,
} from '@pandafab/firmware';
import { doubtsOf, type Finding, judge, printTime } from '@pandafab/gcode';
import {
  createStreamingDriver,
  type DriverLog,
  guardSource,
  type MachineDriver,
  openCommandSource,
  type RunObserver,
  transportFor,
} from '@pandafab/machine-host';
import { Fault, type GuardPolicy, systemClock } from '@pandafab/shared';
import { type Command, InvalidArgumentError } from 'commander';
import { type OutputOptions, printFailure, say } from '../output';
import { openKeyboard } from '../stream/keyboard';
import { NEVER_BEGUN, printEnd, refusedBy, type StreamEnd } from '../stream/outcome';
import { ProgressLine } from '../stream/progress-line';
import { Questions } from '../stream/questions';
import { obeySignals } from '../stream/signals';
import { openTerminal, type Terminal } from '../stream/terminal';
import {
  findingLines,
  type GuardOptions,
  inWords,
  policyOf,
  type WordedFinding,
  withLimits,
} from './analyse-guard';
import { readWhole } from './read-whole';

interface StreamOptions extends OutputOptions, GuardOptions {
  readonly port: string;
  readonly profile: string;
  readonly baud: number;
  readonly verbose?: boolean;
  readonly answerFromStdin?: boolean;
}

const bitsPerSecond = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0)
    throw new InvalidArgumentError('A whole number above 0 is needed.');
  return value;
};

const HELP = `
Examples:
  pandafab stream part.gcode --port /dev/serial/by-id/usb-Prusa_MK3 --profile marlin-2
  pandafab stream part.gcode --port tcp://printer.local:7777 --profile marlin-2 --json
  pandafab stream part.gcode --port mqtt://127.0.0.1:1883/labs/one/printer --profile marlin-2

The whole file is held against the profile's rules and the machine's limits before its first line is sent, as "pandafab
  analyse" does: a file that is refused there is not begun. Some commands are left out and told of at the end; a file that
  is changed meanwhile is still stopped at a dangerous one, heaters off.
What needs a person (a question of the machine, M0 or M600, filament run-out, heaters in doubt) is shown with its
  buttons: type a number and Enter, or only Enter (or c) to go on. Where standard input is no terminal nothing is read
  from it, unless --answer-from-stdin says that what comes there, a line an answer, is meant for the machine. Nothing is
  read from it before a question or after the run.
Ctrl-C cancels the run within 2 s, also while it heats, and switches the heaters off; a second Ctrl-C is an emergency
  stop; a third leaves at once. SIGTERM and SIGHUP do the same.
With --json there is a line for each thing that needs a person and for each answer, before the result:
  {"event": "needs-person" | "answered" | "answer-refused", …}
MQTT credentials: in the address, or PANDAFAB_MQTT_USERNAME and PANDAFAB_MQTT_PASSWORD.
MQTT options: ?qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1: many lines a message, 0: one),
  such as mqtt://127.0.0.1:1883/labs/one/printer?qos=0&framing=base64
  The bridge's retained "offline" on <topic>/presence, or its last will, counts as a pulled plug.
Exit codes: 0 the whole file was carried out; 1 it was not; 2 the command line is wrong; 3 the guard refuses the file, and
  nothing was sent; 4 nobody knows whether the heaters are off: somebody has to look at the machine.
`;

export function registerStream(program: Command): void {
  const command = program
    .command('stream')
    .description('Send a G-code file to one machine, line by line, without any server')
    .argument('<file>', 'G-code file')
    .requiredOption('--port <where>', 'device path, tcp://host:port or mqtt://host:port/topic')
    .requiredOption('--profile <id>', 'firmware profile, such as marlin-2')
    .option('--baud <n>', 'speed of a serial line', bitsPerSecond, 115_200);
  withLimits(command)
    .option('--verbose', 'what the machine complains of, on stderr')
    .option('--answer-from-stdin', 'answers come on standard input although it is no terminal')
    .option('--json', 'the result as one JSON object on the last line')
    .addHelpText('after', HELP)
    .action(async (file: string, options: StreamOptions) => {
      try {
        printEnd(await stream(file, options), options);
      } catch (error) {
        printFailure(error, options);
      }
    });
}

/** @throws Fault when the run cannot begin */
async function stream(file: string, options: StreamOptions): Promise<StreamEnd> {
  const profiles = loadProfiles(defaultProfilesDirectory);
  const driver = createDriver(profiles, options);
  const policy = policyOf(options, profiles);
  const judged = await judgeWhole(file, policy, findProfile(profiles, options.profile));
  const refusal = judged.find(({ severity }) => severity === 'refuse');
  if (refusal) return { ...refusedBy(refusal), findings: judged.map(inWords) };
  const warnings = judged.filter(({ severity }) => severity === 'warn').map(inWords);
  return send(file, driver, policy, warnings, options);
}

/** As the service does before a file may be queued: read as this machine reads it. */
async function judgeWhole(
  file: string,
  policy: GuardPolicy,
  { durations, extrusion }: FirmwareProfile,
): Promise<Finding[]> {
  const { analysis } = await readWhole(file, [extrusion]);
  return [...judge(analysis.guard, policy), ...doubtsOf(analysis, printTime(analysis, durations).total)];
}

/** @param warnings of the whole file: what is left out is told once it was */
async function send(
  file: string,
  driver: MachineDriver,
  policy: GuardPolicy,
  warnings: readonly WordedFinding[],
  options: StreamOptions,
): Promise<StreamEnd> {
  const source = guardSource(await openCommandSource(file), policy);
  const terminal = openTerminal(options);
  for (const line of findingLines(warnings)) terminal.tell(line);
  const keyboard = openKeyboard(options.answerFromStdin === true);
  const questions = new Questions({ driver, terminal, keyboard, clock: systemClock });
  const stopShowing = driver.onStatus(({ needsPerson }) => questions.show(needsPerson));
  const signals = obeySignals(driver, terminal);
  try {
    await driver.connect();
    warnOfMismatch(driver, options.profile, terminal);
    const outcome = await driver.run(source, observe(driver, questions, terminal));
    const heatersUnknown = !(await areHeatersOff(driver));
    return { outcome, heatersUnknown, findings: withWarnings(source.findings.map(inWords), warnings) };
  } catch (error) {
    if (signals.wished && error instanceof Fault)
      return { outcome: NEVER_BEGUN, heatersUnknown: false, findings: [] };
    throw error;
  } finally {
    stopShowing();
    questions.close();
    await source.close();
    await driver.disconnect();
    signals.release();
  }
}

/** What was found on the way, and what only the whole file shows. */
function withWarnings(
  found: readonly WordedFinding[],
  warnings: readonly WordedFinding[],
): readonly WordedFinding[] {
  const isNew = (warning: WordedFinding) =>
    !found.some(({ code, line }) => code === warning.code && line === warning.line);
  return [...found, ...warnings.filter(isNew)];
}

function createDriver(profiles: ReadonlyMap<string, FirmwareProfile>, options: StreamOptions): MachineDriver {
  const profile = findProfile(profiles, options.profile);
  const log = logTo(options);
  const { username, password } = credentials();
  const transport = transportFor(options.port, {
    ...{ baudRate: options.baud, dtr: profile.reset.dtr, log },
    ...(username && { mqttCredentials: { username, password } }),
  });
  return createStreamingDriver({ transport, profile, profiles, clock: systemClock, log });
}

/** The choice stays the user's: it is only said that the machine speaks of another. */
function warnOfMismatch(driver: MachineDriver, chosen: string, terminal: Terminal): void {
  const { profileMismatch, recognisedProfileId } = driver.status();
  if (!profileMismatch) return;
  terminal.tell(
    say(
      `Warning: this machine looks like ${recognisedProfileId}; going on with ${chosen} as told.`,
      `Attention : cette machine ressemble à ${recognisedProfileId} ; ${chosen} est gardé, comme demandé.`,
    ),
  );
}

const credentials = (): { username: string; password: string } => ({
  username: process.env.PANDAFAB_MQTT_USERNAME ?? '',
  password: process.env.PANDAFAB_MQTT_PASSWORD ?? '',
});

function logTo({ verbose }: StreamOptions): DriverLog {
  const write = (event: string, details: object = {}): void => {
    if (verbose) process.stderr.write(`${event} ${JSON.stringify(details)}\n`);
  };
  return { info: write, warn: write };
}

/** Nobody stays to watch after this program: heaters must be known to be off, or somebody told. */
async function areHeatersOff(driver: MachineDriver): Promise<boolean> {
  if (!driver.status().heatersUnknown) return true;
  try {
    await driver.heatersOff();
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return false;
  }
}

function observe(driver: MachineDriver, questions: Questions, terminal: Terminal): RunObserver {
  const line = new ProgressLine(process.stderr, systemClock);
  return {
    // What somebody is typing is not written over.
    progress: (progress) => !questions.isOpen && line.show(progress, driver.status().temperatures),
    paused: () => undefined,
    resumed: () => terminal.tell(say('Going on.', 'Reprise.')),
  };
}
