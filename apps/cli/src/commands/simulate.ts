import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import {
  FAULT_WORDS,
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
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('A number above 0 is needed.');
  return value;
};
const volume = (text: string): Volume => {
  const [, x, y, z] = /^(\d+)x(\d+)x(\d+)$/.exec(text) ?? [];
  if (!z) throw new InvalidArgumentError('Three whole numbers are needed, such as 220x220x250.');
  return { x: Number(x), y: Number(y), z: Number(z) };
};

const volumeOption = new Option('--volume <XxYxZ>', 'reach in millimetres')
  .argParser(volume)
  .default({ x: 200, y: 200, z: 200 }, '200x200x200');

const oddOption = new Option(
  '--odd <name>',
  'an odd firmware: what it says is not as the profile has it',
).choices(Object.keys(ODD_FIRMWARES));

const EXAMPLES = `
Examples:
  pandafab simulate --profile marlin-2 --port pty --link /tmp/printer --speed 60
  pandafab simulate --profile marlin-2 --port tcp://127.0.0.1:7777 --faults flip=0.0001,lose-ok=0.001
  pandafab simulate --profile marlin-1 --port pty --odd numbered-only
  pandafab simulate --profile marlin-2 --port mqtt://127.0.0.1:1883/labs/one/printer
  pandafab simulate --profile prusa-mk3 --port 'mqtt://127.0.0.1:1883/labs/one/printer?framing=base64' --faults runout@200

MQTT credentials: in the address, or PANDAFAB_MQTT_USERNAME and PANDAFAB_MQTT_PASSWORD.
MQTT options: ?qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1: many lines a message, 0: one),
  the same as the host's. It says online and offline on <topic>/presence, retained and by last will.
While it runs: o and Enter switches it off and on, as after an emergency stop; b and Enter presses its button.
Faults: ${FAULT_WORDS.join(', ')}
  RATE: of the bytes (flip, lose), answers (lose-ok, late-ok) or lines (resend-storm); N: the N-th command.
`;

export function registerSimulate(program: Command): void {
  program
    .command('simulate')
    .description('A virtual machine on a serial line, a TCP port or an MQTT line bridge')
    .requiredOption('--profile <id>', 'firmware profile, such as marlin-2')
    .requiredOption(
      '--port <where>',
      'device path, pty (makes one), tcp://host:port or mqtt://host:port/topic',
    )
    .addOption(oddOption)
    .option('--link <path>', 'with --port pty: the device path to make')
    .option('--baud <n>', 'speed of the serial line', number, 115_200)
    .option('--speed <n>', 'how many times faster than life it moves and heats', number, 1)
    .option('--faults <spec>', 'what goes wrong, such as flip=0.001,reset@1200', '')
    .option('--seed <n>', 'the same seed gives the same faults', number, 1)
    .addOption(volumeOption)
    .option('--once', 'end when the host closes the line')
    .option('--json', 'the record as one JSON object on the last line')
    .addHelpText('after', EXAMPLES)
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

/** The keys that stand for the power switch and the button of a real machine. */
const KEYS = (): string =>
  say(
    'Keys: o, then Enter: switch it off and on; b, then Enter: press its button; Ctrl-C: end.',
    'Touches : o puis Entrée : l’éteindre et la rallumer ; b puis Entrée : presser son bouton ; Ctrl-C : finir.',
  );

/**
 * Reads the keys from a terminal or from a pipe, so that scripts can press them. Not from a terminal whose shell runs this
 * program in the background: the kernel stops a program that reads there.
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

/** Says where the machine is to be found: for scripts too, since port 0 and `pty` choose by themselves. */
function announce({ address }: Port, { profile, speed, json }: SimulateOptions): void {
  tell(say(`${profile} at ${address}, speed ${speed}`, `${profile} sur ${address}, vitesse ${speed}`));
  if (json) process.stdout.write(`${JSON.stringify({ address })}\n`);
}

/** Resolves once, with why the machine is to end. */
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
        `Resends asked: ${resends}; faults: ${faults}`,
        `Renvois demandés : ${resends} ; défauts : ${faults}`,
      ),
      `SHA-256: ${record.sha256}`,
    ],
    options,
  );
}
