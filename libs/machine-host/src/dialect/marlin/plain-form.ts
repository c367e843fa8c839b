/** The form in which slicers write nearly every command: it is kept. A macro's name is not a letter and a number. */
const PLAIN = /^(?:[GMT](?:0|[1-9]\d*)(?!\d|(?:\.\d*)?E)[^a-z]*|[^GMTgmt].*|[GMTgmt][A-Z_?].*)$/s;
const HEAD = /^([GMT])[ \t]*0*(\d+)(\.\d*)?(.*)$/is;
/** The text after these is for people, or a name: it is kept. */
const TEXTS = new Set([
  ...['M0', 'M1', 'M16', 'M23', 'M28', 'M30', 'M32', 'M33', 'M36', 'M98', 'M117', 'M118', 'M486', 'M550'],
  ...['M551', 'M552', 'M587', 'M588', 'M589', 'M862', 'M928'],
]);
/** G92 with all axes: without words Klipper sets all axes to 0, and Marlin none. */
const BARE_ORIGIN = /^G92\s*$/;
const ORIGIN = 'G92 X0 Y0 Z0 E0';

const named = (command: string): string => (BARE_ORIGIN.test(command) ? ORIGIN : command);
const capitals = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/**
 * The form of a command in which every firmware reads the same: `m 00` and `g01 x5` become `M0` and `G1 X5`. Klipper
 * knows neither leading zeros nor blanks behind the letter, Marlin and Prusa-Firmware no small letters: the guard has read and the
 * ledger counts what they would skip, so the command is sent in a form that they execute. `G1E5` gets a blank:
 * Prusa-Firmware's strtod makes 100 000 of its `1E5`.
 * @param command without number, checksum and comment
 */
export function plainForm(command: string): string {
  if (PLAIN.test(command)) return named(command);
  const [, letter, digits, subcode = '', rest = ''] = HEAD.exec(command) ?? [];
  if (letter === undefined || digits === undefined) return command;
  const name = `${letter.toUpperCase()}${digits}`;
  const words = TEXTS.has(name) || rest.includes('"') ? rest : capitals(rest);
  return named(`${name}${subcode}${/^E/i.test(words) ? ' ' : ''}${words}`);
}
