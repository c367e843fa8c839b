import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import {
  type MachineRecord,
  ODD_FIRMWARES,
  parseFaults,
  VirtualMachine,
  type Volume,
} from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { printFailure, printResult, quantity, say } from '../output';
import { openPort } from '../ports/open-port';
import type { Port } from '../ports/port';
import { openKeyboard } from '../stream/keyboard';
import { simulateHelp } from './simulate-help';

interface SimulateOptions {
  readonly profile: string;
  readonly odd?: string;
  readonly port: string;
  readonly link?: string;
  readonly baud: number;
  readonly speed: number;
  readonly faults: string;
  readonly seed: number;
  readonly volume: Volume;
  readonly once?: boolean;
  readonly json?: boolean;
}

const number = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new InvalidArgumentError(
      say('A number greater than 0 is required.', 'Indiquez un nombre supérieur à 0.'),
    );
  return value;
};
const volume = (text: string): Volume => {
  const [, x, y, z] = /^(\d+)x(\d+)x(\d+)$/.exec(text) ?? [];
  if (!z)
    throw new InvalidArgumentError(
      say(
        'Three whole numbers are required, such as 220x220x250.',
        'Indiquez trois nombres entiers, comme 220x220x250.',
      ),
    );
  return { x: Number(x), y: Number(y), z: Number(z) };
};

const volumeOption = new Option('--volume <XxYxZ>', say('reachable volume in mm', 'volume atteignable en mm'))
  .argParser(volume)
  .default({ x: 200, y: 200, z: 200 }, '200x200x200');

const oddOption = new Option(
  '--odd <name>',
  say(
    'an unusual firmware: its replies differ from the profile',
    'un micrologiciel inhabituel : ses réponses diffèrent du profil',
  ),
).choices(Object.keys(ODD_FIRMWARES));

/**
 * `pandafab simulate`: runs a virtual machine in this terminal.
 * @public for knip, which does not read the `require` that loads it
 */
export function registerSimulate(program: Command): void {
  program
    .command('simulate')
    .description(
      say(
        'Run a virtual machine on a serial line, a TCP port or an MQTT line bridge',
        'Faire tourner une machine virtuelle sur une ligne série, un port TCP ou un pont MQTT',
      ),
    )
    .requiredOption(
      '--profile <id>',
      say('firmware profile, such as marlin-2', 'profil de micrologiciel, comme marlin-2'),
    )
    .requiredOption(
      '--port <where>',
      say(
        'device path, pty (creates one), tcp://host:port or mqtt://host:port/topic',
        'chemin de périphérique, pty (en crée un), tcp://hôte:port ou mqtt://hôte:port/sujet',
      ),
    )
    .addOption(oddOption)
    .option(
      '--link <path>',
      say(
        'with --port pty: the device path to create',
        'avec --port pty : le chemin de périphérique à créer',
      ),
    )
    .option('--baud <n>', say('speed of the serial line', 'vitesse de la ligne série'), number, 115_200)
    .option(
      '--speed <n>',
      say(
        'how many times faster than a real machine it moves and heats',
        'combien de fois plus vite qu’une vraie machine elle se déplace et chauffe',
      ),
      number,
      1,
    )
    .option(
      '--faults <spec>',
      say(
        'faults to simulate, such as flip=0.001,reset@1200',
        'défauts à simuler, comme flip=0.001,reset@1200',
      ),
      '',
    )
    .option(
      '--seed <n>',
      say('the same seed gives the same faults', 'la même graine donne les mêmes défauts'),
      number,
      1,
    )
    .addOption(volumeOption)
    .option('--once', say('end when the host closes the line', 's’arrêter quand l’hôte ferme la ligne'))
    .option(
      '--json',
      say(
        'print the record as one JSON object on the last line',
        'afficher le bilan en un objet JSON sur la dernière ligne',
      ),
    )
    .addHelpText('after', simulateHelp)
    .action(async (options: SimulateOptions) => {
      try {
        printRecord(await simulate(options), options);
      } catch (error) {
        printFailure(error, options);
      }
    });
}

/** Runs until a signal, the unplug fault, or with `once` the end of the connection. */
async function simulate(options: SimulateOptions): Promise<MachineRecord> {
  const plain = findProfile(loadProfiles(defaultProfilesDirectory), options.profile);
  const profile = ODD_FIRMWARES[options.odd ?? '']?.(plain) ?? plain;
  const ending = endSignal();
  let port: Port | null = null;
  const machine = new VirtualMachine({
    profile,
    clock: systemClock,
    send: (bytes) => port?.send(bytes),
    speed: options.speed,
    faults: parseFaults(options.faults),
    seed: options.seed,
    volume: options.volume,
    isDeclared: true,
    onUnplug: () => ending.end(say('the plug was pulled', 'la prise a été tirée')),
  });
  port = await openPort(
    options.port,
    {
      connected: (peer) => tell(`${say('connected', 'connecté')}: ${peer}`),
      received: (bytes) => machine.receive(bytes),
      lost: (reason) => {
        tell(`${say('line lost', 'liaison perdue')}: ${reason}`);
        if (options.once) ending.end(reason);
      },
    },
    portOptions(options),
  );
  machine.powerOn();
  announce(port, options);
  const letGo = listenToKeys({
    o: () => {
      machine.switchOffAndOn();
      tell(say('switched off and on', 'éteinte et rallumée'));
    },
    b: () => {
      machine.click();
      tell(say('its button was pressed', 'son bouton a été pressé'));
    },
  });
  tell(await ending.reason);
  letGo();
  await port.close();
  const { record } = machine;
  machine.powerOff();
  return record;
}

/** The keys for the power switch and the button of the virtual machine. */
const KEYS = (): string =>
  say(
    'Keys: o, then Enter: switch it off and on; b, then Enter: press its button; Ctrl-C: end.',
    'Touches : o puis Entrée : l’éteindre et la rallumer ; b puis Entrée : presser son bouton ; Ctrl-C : finir.',
  );

/**
 * Reads the keys from a terminal or from a pipe, so that scripts can press them. It does not read a terminal whose shell
 * runs this program in the background: the kernel stops a program that does.
 */
function listenToKeys(keys: Readonly<Record<string, () => void>>): () => void {
  const keyboard = openKeyboard(true);
  const access = keyboard.access();
  if (access === 'background') return () => {};
  if (access === 'keyboard') tell(KEYS());
  return keyboard.listen((line) => keys[line.trim().toLowerCase()]?.());
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const portOptions = (options: SimulateOptions) => ({
  baudRate: options.baud,
  link: options.link,
  mqttUsername: process.env.PANDAFAB_MQTT_USERNAME,
  mqttPassword: process.env.PANDAFAB_MQTT_PASSWORD,
});

/** Prints the machine's address, for scripts too: port 0 and `pty` choose their own. */
function announce({ address }: Port, { profile, speed, json }: SimulateOptions): void {
  tell(say(`${profile} at ${address}, speed ${speed}`, `${profile} sur ${address}, vitesse ${speed}`));
  if (json) process.stdout.write(`${JSON.stringify({ address })}\n`);
}

/** Resolves once, with the reason why the machine ends. */
function endSignal(): { readonly reason: Promise<string>; end(reason: string): void } {
  let end: (reason: string) => void = () => {};
  const reason = new Promise<string>((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(signal));
  return { reason, end };
}

function printRecord(record: MachineRecord, options: SimulateOptions): void {
  const filament =
    record.filamentUm.map((length) => quantity(length / 1000, 'mm', 2)).join(', ') || quantity(0, 'mm');
  const { commandsAccepted: accepted, commandsExecuted: executed, resends, faults, state } = record;
  printResult(
    record,
    [
      say(`State: ${state}`, `État : ${state}`),
      say(
        `Commands: ${accepted} accepted, ${executed} executed`,
        `Commandes : ${accepted} acceptées, ${executed} exécutées`,
      ),
      say(`Filament: ${filament}`, `Filament : ${filament}`),
      say(
        `Resends requested: ${resends}; faults: ${faults}`,
        `Renvois demandés : ${resends} ; défauts : ${faults}`,
      ),
      `SHA-256: ${record.sha256}`,
    ],
    options,
  );
}
