/** One command taken apart. */
export interface Command {
  /** Letter and number, such as `G1`; the whole text when it is not a command. */
  readonly code: string;
  /** As received, without line number and checksum. */
  readonly text: string;
  /** The text after the code: the message of M0, M117 and M118. */
  readonly argument: string;
  /** Number after each letter; NaN for a letter without one. */
  readonly values: Readonly<Record<string, number>>;
}

const CODE = /^([GMT]) *(-?\d+)/;
/** Klipper's own commands: `SET_HEATER_TEMPERATURE HEATER=chamber TARGET=50`. */
const EXTENDED = /^([A-Z]+(?:_[A-Z]+)+)(?: |$)/;
const WORD = /([A-Z]) *([-+]?(?:\d+\.?\d*|\.\d+)?)/g;

/** The text Marlin's parser sees of a line: without `N<number>` and from the first `*` on. */
export function commandText(line: string): string {
  const star = line.indexOf('*');
  const body = star < 0 ? line : line.slice(0, star);
  return body.replace(/^N *-?\d+ */, '').trim();
}

export function parseCommand(text: string): Command {
  const code = CODE.exec(text);
  const [, name] = EXTENDED.exec(text) ?? [];
  if (name) return { code: name, text, argument: text.slice(name.length).trim(), values: {} };
  if (!code) return { code: text, text, argument: '', values: {} };
  const argument = text.slice(code[0].length).trimStart();
  return { code: `${code[1]}${Number(code[2])}`, text, argument, values: wordsOf(argument) };
}

function wordsOf(argument: string): Record<string, number> {
  const values: Record<string, number> = {};
  WORD.lastIndex = 0;
  for (let word = WORD.exec(argument); word; word = WORD.exec(argument)) {
    const [, letter = '', digits = ''] = word;
    values[letter] = Number.parseFloat(digits);
  }
  return values;
}

/** The number after a letter, or undefined when the letter is absent or has no number. */
export function numberOf(command: Command, letter: string): number | undefined {
  const value = command.values[letter];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

export const has = (command: Command, letter: string): boolean => command.values[letter] !== undefined;
