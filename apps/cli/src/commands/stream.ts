import { createInterface } from 'node:readline';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import {
  createStreamingDriver,
  type DriverLog,
  type MachineDriver,
  openCommandSource,
  type RunObserver,
  type RunOutcome,
  transportFor,
} from '@pandafab/machine-host';
import { describeFault, Fault, languageFromEnvironment, systemClock } from '@pandafab/shared';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT, type OutputOptions, printFailure, printResult, say } from '../output';
import { ProgressLine } from './progress-line';

interface StreamOptions extends OutputOptions {
  readonly port: string;
  readonly profile: string;
  readonly baud: number;
  readonly verbose?: boolean;
}

const terminalLanguage = languageFromEnvironment(process.env);

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

Ctrl-C cancels the run and switches the heaters off; a second Ctrl-C is an emergency stop.
MQTT credentials: in the address, or PANDAFAB_MQTT_USERNAME and PANDAFAB_MQTT_PASSWORD.
MQTT options: ?qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1: many lines a message, 0: one),
  such as mqtt://127.0.0.1:1883/labs/one/printer?qos=0&framing=base64
  The bridge's retained "offline" on <topic>/presence, or its last will, counts as a pulled plug.
The exit code is 0 only when the whole file was carried out.
`;

export function registerStream(program: Command): void {
  program
    .command('stream')
    .description('Send a G-code file to one machine, line by line, without any server')
    .argument('<file>', 'G-code file')
    .requiredOption('--port <where>', 'device path, tcp://host:port or mqtt://host:port/topic')
    .requiredOption('--profile <id>', 'firmware profile, such as marlin-2')
    .option('--baud <n>', 'speed of a serial line', bitsPerSecond, 115_200)
    .option('--verbose', 'what the machine complains of, on stderr')
    .option('--json', 'the result as one JSON object on the last line')
    .addHelpText('after', HELP)
    .action(async (file: string, options: StreamOptions) => {
      try {
        printOutcome(await stream(file, options), options);
      } catch (error) {
        printFailure(error, options);
      }
    });
}

/** @throws Fault when the run cannot begin */
async function stream(file: string, options: StreamOptions): Promise<RunOutcome> {
  const profiles = loadProfiles(defaultProfilesDirectory);
  const profile = findProfile(profiles, options.profile);
  const log = logTo(options);
  const { username, password } = credentials();
  const transport = transportFor(options.port, {
    ...{ baudRate: options.baud, dtr: profile.reset.dtr, log },
    ...(username && { mqttCredentials: { username, password } }),
  });
  const source = await openCommandSource(file);
  const driver = createStreamingDriver({ transport, profile, profiles, clock: systemClock, log });
  const release = obeySignals(driver);
  try {
    await driver.connect();
    warnOfMismatch(driver, profile.id);
    return await makeSafe(driver, await driver.run(source, terminalObserver(driver)));
  } finally {
    release();
    await source.close();
    await driver.disconnect();
  }
}

/** The choice stays the user's: it is only said that the machine speaks of another. */
function warnOfMismatch(driver: MachineDriver, chosen: string): void {
  const { profileMismatch, recognisedProfileId } = driver.status();
  if (!profileMismatch) return;
  const warning = say(
    `Warning: this machine looks like ${recognisedProfileId}; going on with ${chosen} as told.`,
    `Attention : cette machine ressemble à ${recognisedProfileId} ; ${chosen} est gardé, comme demandé.`,
  );
  process.stderr.write(`${warning}\n`);
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
async function makeSafe(driver: MachineDriver, outcome: RunOutcome): Promise<RunOutcome> {
  if (!driver.status().heatersUnknown) return outcome;
  try {
    await driver.heatersOff();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { what, cure } = describeFault(error, terminalLanguage);
    process.stderr.write(`${what}\n${cure}\n`);
  }
  return outcome;
}

/** The first signal cancels, the second stops the machine at once. Returns what ends that. */
function obeySignals(driver: MachineDriver): () => void {
  let signals = 0;
  const obey = () => {
    if (++signals > 1) {
      driver.emergencyStop();
      return;
    }
    const cancelling = say(
      'Cancelling; press Ctrl-C again for an emergency stop.',
      'Annulation ; de nouveau Ctrl-C pour un arrêt d’urgence.',
    );
    process.stderr.write(`\n${cancelling}\n`);
    if (driver.status().connection === 'connecting') void driver.disconnect();
    else driver.cancel();
  };
  process.on('SIGINT', obey).on('SIGTERM', obey);
  return () => process.off('SIGINT', obey).off('SIGTERM', obey);
}

function terminalObserver(driver: MachineDriver): RunObserver {
  const line = new ProgressLine(process.stderr, systemClock);
  return {
    progress: (progress) => line.show(progress, driver.status().temperatures),
    paused: ({ message }) => {
      const wanted = message || say('the run is paused', 'le passage est en pause');
      process.stderr.write(`\n${wanted}. ${say('Press Enter to go on.', 'Entrée pour continuer.')}\n`);
      const terminal = createInterface({ input: process.stdin });
      terminal.once('line', () => {
        terminal.close();
        driver.resume();
      });
    },
    resumed: () => process.stderr.write(`${say('Going on.', 'Reprise.')}\n`),
  };
}

function printOutcome(outcome: RunOutcome, options: StreamOptions): void {
  const { linesAcknowledged: lines, resends, sha256, exact, cause } = outcome;
  const seconds = Math.round(outcome.seconds * 1000) / 1000;
  const linesPerSecond = Math.round(lines / Math.max(seconds, 0.001));
  const filamentMm = outcome.filamentUm.map((length) => length / 1000);
  const result = {
    outcome: outcome.outcome,
    cause,
    lines,
    seconds,
    linesPerSecond,
    resends,
    filamentMm,
    sha256,
  };
  process.stderr.write('\n');
  printResult({ ...result, exact }, sheet(outcome, linesPerSecond, filamentMm), options);
  if (outcome.outcome !== 'done') process.exitCode = EXIT.failed;
}

function sheet(outcome: RunOutcome, linesPerSecond: number, filamentMm: readonly number[]): string[] {
  const words = {
    done: say('Done', 'Terminé'),
    cancelled: say('Cancelled', 'Annulé'),
    failed: say('Failed', 'Échec'),
  };
  const cause = outcome.cause ? describeFault(outcome.cause, terminalLanguage) : null;
  return [
    words[outcome.outcome],
    ...(cause ? [cause.what, cause.cure] : []),
    `${outcome.linesAcknowledged} ${say('lines in', 'lignes en')} ${outcome.seconds.toFixed(1)} s, ${linesPerSecond}/s`,
    `${outcome.resends} ${say('resends', 'renvois')}`,
    `${filamentMm.map((length) => `${length.toFixed(1)} mm`).join(' + ')} ${say('of filament', 'de filament')}`,
    `SHA-256 ${outcome.sha256}`,
  ];
}
