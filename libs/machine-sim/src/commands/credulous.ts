import { type Command, parseCommand } from './command';

/*
 * A reader for tests of hosts: it reads every line as the most dangerous firmware would. Small letters,
 * tabs and leading zeros count, a second command on the line is executed too (RepRapFirmware, Smoothieware), of a
 * repeated letter the larger number wins, and numbers may have exponents or be hexadecimal.
 */

const COMMAND = /([GM])[ \t]*(\d+)/gi;
const WORD = /([A-Z])[ \t]*([-+]?(?:0X[0-9A-F]+|(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?))/gi;
/** Text is text to every firmware. */
const TEXT = /^[ \t]*M[ \t]*0*117(?!\d)/i;
const KLIPPER_HEATER = /^SET_HEATER_TEMPERATURE[ \t].*HEATER=([A-Z_0-9]+).*TARGET=([\d._E+-]+)/i;

/** Every command that some firmware might find in a line. */
export function readCredulously(text: string): Command[] {
  if (TEXT.test(text)) return [parseCommand(text)];
  const heater = KLIPPER_HEATER.exec(text.replace(/["'\\]|(?<=\d)_(?=\d)/g, ''));
  if (heater) return [heating(text, heater[1] ?? '', Number(heater[2]))];
  const found = [...text.matchAll(COMMAND)];
  if (found.length === 0) return [parseCommand(text.toUpperCase())];
  return found.map((match, index) => {
    const argument = text.slice(match.index + match[0].length, found[index + 1]?.index);
    const code = `${(match[1] ?? '').toUpperCase()}${Number(match[2])}`;
    return { code, text, argument: argument.trim(), values: largest(argument) };
  });
}

function heating(text: string, heater: string, celsius: number): Command {
  const code = /bed/i.test(heater) ? 'M140' : 'M104';
  return { code, text, argument: '', values: { S: celsius } };
}

function largest(argument: string): Record<string, number> {
  const values: Record<string, number> = {};
  for (const letter of argument.match(/[A-Z]/gi) ?? []) values[letter.toUpperCase()] = Number.NaN;
  for (const [, letter = '', digits] of argument.matchAll(WORD)) {
    const [key, value] = [letter.toUpperCase(), Number(digits)];
    const before = values[key] ?? Number.NaN;
    values[key] = Math.abs(value) > Math.abs(before) || Number.isNaN(before) ? value : before;
  }
  return values;
}
