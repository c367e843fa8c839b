/**
 * How a parameter is read by the firmwares that know it:
 * `heat`: a temperature. Marlin wraps it around in 16 bits (parser.h, value_celsius), Prusa-Firmware takes exponents
 *   and hexadecimal numbers (Marlin_main.cpp, code_value): plain and not negative, or its meaning is unknown;
 * `number`: any plain number that 16 bits hold;
 * `place`: a plain number that `Reach` follows;
 * `flag`: there or not. Prusa-Firmware calls the place `100` after G28 X100: nothing but 0 may follow;
 * `bit`: a flag that may also be 1.
 */
type Kind = 'heat' | 'number' | 'place' | 'flag' | 'bit';
type Takes = Partial<Record<Kind, string>>;

/**
 * Commands that move, that heat, or that set modes for these, and all their parameters in Marlin, Prusa-Firmware and
 * RepRapFirmware together. Any other parameter may mean anything (presets, axes, files): it is refused.
 */
const TAKES: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ['M104', { heat: 'SRB', number: 'T' }],
  ['M109', { heat: 'SRB', number: 'T' }],
  ['M140', { heat: 'SRH', number: 'PT' }],
  ['M190', { heat: 'SRH', number: 'PT' }],
  ['M141', { heat: 'SR', number: 'PHT' }],
  ['M191', { heat: 'SR', number: 'PHT' }],
  ['M568', { heat: 'SR', number: 'PA' }],
  ['M600', { heat: 'R', number: 'EULTB', place: 'XYZ' }],
  ['M125', { number: 'L', place: 'XYZ', bit: 'P' }],
  ['M701', { number: 'TLPW', place: 'Z' }],
  ['M702', { number: 'TPCUW', place: 'Z' }],
  ['M605', { number: 'SPE', flag: 'R' }],
  ['M207', { number: 'SFRW', place: 'Z' }],
  ['M208', { number: 'SFRW' }],
  ['M209', { bit: 'S' }],
  ['M240', {}],
  ['M420', { number: 'ZLTV', bit: 'S' }],
  ['M601', {}],
  ['M602', {}],
  ['G10', { heat: 'SR', number: 'P' }],
  ['G11', { bit: 'S' }],
  ['G12', { number: 'PST', flag: 'XYZ' }],
  ['G20', {}],
  ['G21', {}],
  ['G26', { heat: 'HB', number: 'SLFQOPRUK', place: 'XY', flag: 'CD' }],
  ['G27', { number: 'P' }],
  ['G28', { number: 'F', place: 'R', flag: 'XYZW', bit: 'OLQINPD' }],
  ['G29', { number: 'PAFLTXYWHCDEVRNUBJISO' }],
  ['G30', { place: 'XY', bit: 'EC' }],
  ['G31', {}],
  ['G32', {}],
  ['G34', { number: 'ITAE' }],
  ['G60', { number: 'S' }],
  // Not Z: the position may be from an earlier print, far above.
  ['G61', { number: 'FS', flag: 'XYE' }],
  ['G80', { number: 'NVCOXYWH' }],
  ['G90', {}],
  ['G91', {}],
  ['T', { number: 'FSLDP' }],
]);

/** These have flags among their numbers. */
const BARE = new Set(['G29', 'G34', 'G80', 'M420', 'M702']);

const SIGNED = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const HEAT = /^\d{1,4}(?:\.\d*)?$/;
const FORMS: Readonly<Record<Kind, (digits: string) => boolean>> = {
  heat: (digits) => HEAT.test(digits),
  number: (digits) => SIGNED.test(digits) && Math.abs(Number(digits)) <= 32_767,
  place: (digits) => SIGNED.test(digits),
  flag: (digits) => /^(?:0+(?:\.0*)?)?$/.test(digits),
  bit: (digits) => /^[01]?$/.test(digits),
};
const WORD = /([A-Z])[ \t]*([^A-Z \t]*)/g;

/** True for commands whose every parameter must be understood. */
export const isStrict = (name: string): boolean => TAKES.has(name);

/** The manner of a command with an unknown parameter; null when the command has only known ones. */
export function misunderstood(name: string, rest: string): string | null {
  const takes = TAKES.get(name);
  if (!takes || isWord(name, rest)) return null;
  for (const [, letter = '', digits = ''] of rest.matchAll(WORD)) {
    const kind = kindOf(takes, letter);
    if (!kind) return 'parameter';
    const bare = digits === '' && BARE.has(name);
    if (!bare && !FORMS[kind](digits)) return 'ambiguous';
  }
  return null;
}

/** A filament change by Prusa's own loader. */
const isWord = (name: string, rest: string): boolean => name === 'M600' && rest.trim() === 'AUTO';

const kindOf = (takes: Takes, letter: string): Kind | undefined =>
  (Object.keys(takes) as Kind[]).find((kind) => takes[kind]?.includes(letter));
