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
  type MachineDriver,
  openWork,
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
import { streamHelp } from './stream-help';

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
    throw new InvalidArgumentError(
      say('A whole number greater than 0 is required.', 'Indiquez un nombre entier supérieur à 0.'),
    );
  return value;
};

export function registerStream(program: Command): void {
  const command = program
    .command('stream')
    .description(
      say(
        'Send a G-code file to one machine, line by line, without any server',
        'Envoyer un fichier G-code à une machine, ligne par ligne, sans serveur',
      ),
    )
    .argument('<file>', say('G-code file', 'fichier G-code'))
    .requiredOption(
      '--port <where>',
      say(
        'device path, tcp://host:port or mqtt://host:port/topic',
        'chemin de périphérique, tcp://hôte:port ou mqtt://hôte:port/sujet',
      ),
    )
    .requiredOption(
      '--profile <id>',
      say('firmware profile, such as marlin-2', 'profil de micrologiciel, comme marlin-2'),
    )
    .option('--baud <n>', say('speed of a serial line', 'vitesse d’une ligne série'), bitsPerSecond, 115_200);
  withLimits(command)
    .option(
      '--verbose',
      say(
        'print the machine’s error messages on stderr',
        'afficher les messages d’erreur de la machine sur stderr',
      ),
    )
    .option(
      '--answer-from-stdin',
      say(
        'read answers from standard input even if it is not a terminal',
        'lire les réponses sur l’entrée standard même si ce n’est pas un terminal',
      ),
    )
    .option(
      '--json',
      say(
        'print the result as one JSON object on the last line',
        'afficher le résultat en un objet JSON sur la dernière ligne',
      ),
    )
    .addHelpText('after', streamHelp)
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

/** Analyses the file as this machine reads it; the server does the same before it queues a file. */
async function judgeWhole(
  file: string,
  policy: GuardPolicy,
  { durations, extrusion }: FirmwareProfile,
): Promise<Finding[]> {
  const { analysis } = await readWhole(file, [extrusion]);
  return [...judge(analysis.guard, policy), ...doubtsOf(analysis, printTime(analysis, durations).total)];
}

/** @param warnings of the whole file; commands left out are listed after the run left them out */
async function send(
  file: string,
  driver: MachineDriver,
  policy: GuardPolicy,
  warnings: readonly WordedFinding[],
  options: StreamOptions,
): Promise<StreamEnd> {
  const work = await openWork(file, policy);
  const terminal = openTerminal(options);
  for (const line of findingLines(warnings)) terminal.tell(line);
  const keyboard = openKeyboard(options.answerFromStdin === true);
  const questions = new Questions({ driver, terminal, keyboard, clock: systemClock });
  const stopShowing = driver.onStatus(({ needsPerson }) => questions.show(needsPerson));
  const signals = obeySignals(driver, terminal);
  try {
    await driver.connect();
    warnOfMismatch(driver, options.profile, terminal);
    const outcome = await driver.run(work, observe(driver, questions, terminal));
    const heatersUnknown = !(await areHeatersOff(driver));
    return { outcome, heatersUnknown, findings: withWarnings(work.findings.map(inWords), warnings) };
  } catch (error) {
    if (signals.requested && error instanceof Fault)
      return { outcome: NEVER_BEGUN, heatersUnknown: false, findings: [] };
    throw error;
  } finally {
    stopShowing();
    questions.close();
    await work.close();
    await driver.disconnect();
    signals.release();
  }
}

/** The findings of the run, and those that only the whole file shows. */
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

/** Only a warning that the machine looks like another profile: the user chooses. */
function warnOfMismatch(driver: MachineDriver, chosen: string, terminal: Terminal): void {
  const { profileMismatch, recognisedProfileId } = driver.status();
  if (!profileMismatch) return;
  terminal.tell(
    say(
      `Warning: this machine looks like ${recognisedProfileId}; continuing with ${chosen} as requested.`,
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

/** No program watches the machine after this one: the heaters are confirmed off, or the user is told. */
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
    // Do not overwrite what the user is typing.
    progress: (progress) => !questions.isOpen && line.show(progress, driver.status().readings),
    paused: () => undefined,
    resumed: () => terminal.tell(say('Going on.', 'Reprise.')),
  };
}
