import { type Axis, type Build, Deeds, type FirmwareModel, sweepArc } from './deeds';

const AXES = ['X', 'Y', 'Z'] as const;
const PARTS = /([A-Z_]+|[A-Z*])/;
const FORBIDDEN = new Set([
  ...[
    'M112',
    'FIRMWARE_RESTART',
    'RESTART',
    'SAVE_CONFIG',
    'FORCE_MOVE',
    'SET_KINEMATIC_POSITION',
    'SET_GCODE_OFFSET',
  ],
  ...[
    'SAVE_VARIABLE',
    'RUN_SHELL_COMMAND',
    'SET_PIN',
    'PID_CALIBRATE',
    'MANUAL_STEPPER',
    'RESTORE_GCODE_STATE',
  ],
]);
/** The start macro of a lab heats by a parameter with any name. */
const MACRO_HEAT: Readonly<Record<string, 'nozzle' | 'bed' | 'chamber'>> = {
  ...{
    HE: 'nozzle',
    E: 'nozzle',
    EXTRUDER: 'nozzle',
    HOTEND: 'nozzle',
    NOZZLE: 'nozzle',
    T: 'nozzle',
    S: 'nozzle',
  },
  ...{ TEMP: 'nozzle', EXTRUDER_TEMP: 'nozzle', FIRST_LAYER_TEMP: 'nozzle', FOO: 'nozzle' },
  ...{ B: 'bed', BED: 'bed', BED_TEMP: 'bed', BT: 'bed', CHAMBER: 'chamber', CH: 'chamber' },
};
const HIGHEST_MAX_TEMP = 500;
const MACROS = new Set(['PRINT_START', 'START_PRINT', 'END_PRINT', 'PRINT_END']);

/** Python's float(): null where it raises. */
function pythonFloat(text: string): number | null {
  const trimmed = text.trim();
  if (/^[-+]?(?:inf|infinity)$/i.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
  if (/^[-+]?nan$/i.test(trimmed)) return Number.NaN;
  const number = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i;
  return number.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : null;
}

/** Python's shlex, posix, whitespace_split, commenters `#;`: null where it raises ValueError. */
function shlex(text: string): string[] | null {
  const tokens: string[] = [];
  let token: string | null = null;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const byte = text[i] as string;
    if (quote !== '') {
      if (byte === quote) quote = '';
      else if (byte === '\\' && quote === '"') token = (token ?? '') + (text[++i] ?? '');
      else token = (token ?? '') + byte;
    } else if (byte === '\\') token = (token ?? '') + (text[++i] ?? '');
    else if (byte === '"' || byte === "'") {
      quote = byte;
      token ??= '';
    } else if (byte === '#' || byte === ';') break;
    else if (/\s/.test(byte)) {
      if (token !== null) tokens.push(token);
      token = null;
    } else token = (token ?? '') + byte;
  }
  if (quote !== '') return null;
  if (token !== null) tokens.push(token);
  return tokens;
}

class Refused extends Error {}

/** Klipper: gcode.py, gcode_move.py, heaters.py, gcode_arcs.py, and a lab's macros. */
export class KlipperModel implements FirmwareModel {
  readonly deeds = new Deeds();
  stopped = false;
  private readonly at: [number, number, number];
  private readonly base = [0, 0, 0];
  private relative = false;

  constructor(private readonly build: Build) {
    this.at = [...build.start];
  }

  receive(frame: Uint8Array): void {
    if (this.stopped) return;
    try {
      this.process(Buffer.from(frame).toString('utf8'));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.stopped = true;
    }
  }

  private process(given: string): void {
    const origin = given.trim();
    const comment = origin.indexOf(';');
    const line = comment < 0 ? origin : origin.slice(0, comment);
    const parts = line.toUpperCase().split(PARTS);
    const numbered = parts.slice(0, 2).join('') === 'N';
    const command = (numbered ? parts.slice(3, 5) : parts.slice(0, 3)).join('').trim();
    const words = new Map<string, string>();
    for (let i = 1; i < parts.length; i += 2) words.set(parts[i] as string, (parts[i + 1] ?? '').trim());
    if (FORBIDDEN.has(command)) this.deeds.forbid(command);
    this.run(command, words, origin);
  }

  private run(command: string, words: Map<string, string>, origin: string): void {
    const number = (letter: string): number | null => {
      const text = words.get(letter);
      if (text === undefined) return null;
      const value = pythonFloat(text);
      if (value === null) throw new Refused();
      return value;
    };
    switch (command) {
      case 'G0':
      case 'G1':
        return this.goTo(this.destination(number));
      case 'G2':
      case 'G3':
        return this.arc(command === 'G2', number, words.has('R'));
      case 'G20':
        throw new Refused();
      case 'G28':
        return this.home(words);
      case 'G29':
        return this.stray();
      case 'G90':
        this.relative = false;
        return;
      case 'G91':
        this.relative = true;
        return;
      case 'G92':
        return this.rename(number);
      case 'M104':
      case 'M109':
        return this.heat('nozzle', number('S') ?? 0);
      case 'M140':
      case 'M190':
        return this.heat('bed', number('S') ?? 0);
      case 'M141':
      case 'M191':
        return this.heat('chamber', number('S') ?? 0);
      default:
        this.runExtended(command, origin);
    }
  }

  /** heaters.py, set_temp: beyond `max_temp` of the configuration it raises. Comparing with nan is never true. */
  private heat(heater: 'nozzle' | 'bed' | 'chamber', celsius: number): void {
    if (celsius !== 0 && (celsius < 0 || celsius > HIGHEST_MAX_TEMP)) throw new Refused();
    this.deeds.heat(heater, celsius);
  }

  private runExtended(command: string, origin: string): void {
    const known =
      MACROS.has(command) ||
      ['SET_HEATER_TEMPERATURE', 'BED_MESH_CALIBRATE', 'BED_MESH_PROFILE', 'QUAD_GANTRY_LEVEL'].includes(
        command,
      );
    if (!known) return;
    const parameters = this.extended(command, origin);
    if (command === 'SET_HEATER_TEMPERATURE') return this.setHeater(parameters);
    if (/CALIBRATE|LEVEL/.test(command) && parameters.has('HORIZONTAL_MOVE_Z'))
      this.deeds.forbid('a height to travel at');
    if (command === 'BED_MESH_PROFILE' && (parameters.has('REMOVE') || parameters.has('SAVE')))
      this.deeds.forbid('a stored mesh');
    if (MACROS.has(command)) this.runMacro(parameters);
    if (command !== 'BED_MESH_PROFILE') this.stray();
  }

  /** get_raw_command_parameters and _get_extended_params. */
  private extended(command: string, origin: string): Map<string, string> {
    let start = command.length;
    let end = origin.length;
    if (origin.slice(0, start).toUpperCase() !== command) {
      start += origin.toUpperCase().indexOf(command);
      const star = origin.lastIndexOf('*');
      if (star >= 0 && /^\d+$/.test(origin.slice(star + 1))) end = star;
    }
    const tokens = shlex(origin.slice(start, end));
    if (!tokens) throw new Refused();
    return new Map(
      tokens.map((token) => {
        const equals = token.indexOf('=');
        if (equals < 0) throw new Refused();
        return [token.slice(0, equals).toUpperCase(), token.slice(equals + 1)];
      }),
    );
  }

  private setHeater(parameters: ReadonlyMap<string, string>): void {
    const heater = parameters.get('HEATER');
    const value = pythonFloat(parameters.get('TARGET') ?? '0');
    if (value === null) throw new Refused();
    if (heater === 'extruder') this.heat('nozzle', value);
    else if (heater === 'heater_bed') this.heat('bed', value);
    else throw new Refused();
  }

  /** `M109 S{params.HE|float}` in one lab, and `M109 S{params.HE}`, which inserts the text, in another. */
  private runMacro(parameters: ReadonlyMap<string, string>): void {
    for (const [key, text] of parameters) {
      const heater = MACRO_HEAT[key];
      if (!heater) continue;
      if (!this.build.options.has('textMacros')) {
        this.heat(heater, pythonFloat(text) ?? 0);
        continue;
      }
      const code = { nozzle: 'M109', bed: 'M190', chamber: 'M141' }[heater];
      this.process(`${code} S${text}`);
    }
  }

  private destination(number: (letter: string) => number | null): [number, number, number] {
    return AXES.map((letter, index) => {
      const axis = index as Axis;
      const value = number(letter);
      if (value === null) return this.at[axis];
      return value + (this.relative ? this.at[axis] : (this.base[axis] as number));
    }) as [number, number, number];
  }

  private goTo(place: readonly number[]): void {
    for (const axis of [0, 1, 2] as const) {
      this.at[axis] = place[axis] as number;
      this.deeds.visit(axis, this.at[axis]);
    }
  }

  private arc(clockwise: boolean, number: (letter: string) => number | null, hasR: boolean): void {
    if (this.relative || hasR) throw new Refused();
    const to = this.destination(number);
    const [i, j] = [number('I') ?? 0, number('J') ?? 0];
    if (i === 0 && j === 0) throw new Refused();
    const [x, y] = this.at;
    sweepArc(this.deeds, [x, y], [to[0], to[1]], [x + i, y + j], clockwise);
    this.goTo(to);
  }

  private rename(number: (letter: string) => number | null): void {
    const values = AXES.map((letter) => number(letter));
    const none = values.every((value) => value === null) && number('E') === null;
    for (const axis of [0, 1, 2] as const)
      if (none) this.base[axis] = this.at[axis];
      else if (values[axis] !== null) this.base[axis] = this.at[axis] - (values[axis] as number);
  }

  private home(words: ReadonlyMap<string, string>): void {
    const named = AXES.map((letter) => words.has(letter));
    const homed = named.some((each) => each) ? named : [true, true, true];
    if (homed[0]) this.at[0] = 0;
    if (homed[1]) this.at[1] = 0;
    if (homed[2]) {
      if (this.build.zHomesAt[0] !== 0) [this.at[0], this.at[1]] = this.build.zHomesAt;
      this.at[2] = this.build.raiseMm;
    }
    for (const axis of [0, 1, 2] as const) if (homed[axis]) this.base[axis] = 0;
  }

  private stray(): void {
    [this.at[0], this.at[1]] = this.build.strayedTo;
    this.at[2] = Math.min(this.at[2], 10);
  }
}
