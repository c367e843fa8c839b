import { int16, strtod, strtol, uint16 } from './c-numbers';

const isDigit = (byte: string | undefined): boolean => byte !== undefined && byte >= '0' && byte <= '9';
const isValidSignless = (text: string): boolean => isDigit(text[0]) || (text[0] === '.' && isDigit(text[1]));
const isValidFloat = (text: string): boolean =>
  isValidSignless(text) || ((text[0] === '-' || text[0] === '+') && isValidSignless(text.slice(1)));
const trimSpaces = (text: string): string => text.replace(/^ +/, '');

/** Marlin/src/gcode/parser.cpp and parser.h, for one line: what is seen, and the value of each letter by type. */
export class MarlinParser {
  letter = '?';
  code = 0;
  text = '';
  private readonly values = new Map<string, string | null>();
  private pointer: string | null = null;

  constructor(
    line: string,
    private readonly options: ReadonlySet<string>,
  ) {
    this.parse(line);
  }

  private upper(byte: string): string {
    return this.options.has('caseInsensitive') && byte >= 'a' && byte <= 'z' ? byte.toUpperCase() : byte;
  }

  private parse(line: string): void {
    let at = trimSpaces(line);
    if (this.upper(at[0] ?? '') === 'N' && /^[-\d]/.test(at.slice(1)))
      at = trimSpaces(at.slice(2).replace(/^\d+/, ''));
    const letter = this.upper(at[0] ?? '');
    const star = at.indexOf('*');
    at = (star < 0 ? at : at.slice(0, star)).replace(/ +$/, '');
    if (!'GMT'.includes(letter) || letter === '') return;
    at = trimSpaces(at.slice(1));
    if (!isDigit(at[0])) return;
    this.letter = letter;
    const digits = /^\d+/.exec(at)?.[0] ?? '';
    this.code = uint16(BigInt(digits));
    at = at.slice(digits.length);
    if (this.options.has('subcodes')) at = at.replace(/^\.\d*/, '');
    this.readParameters(trimSpaces(at));
  }

  private readParameters(start: string): void {
    let at = start;
    if (this.letter === 'M' && [16, 23, 28, 30, 117, 118, 928].includes(this.code)) {
      this.text = at;
      return;
    }
    while (at !== '') {
      const letter = this.upper(at[0] as string);
      at = at.slice(1);
      if (letter >= 'A' && letter <= 'Z') {
        at = trimSpaces(at);
        at = this.take(letter, at);
      }
      if (!/^[A-Z]/.test(at)) at = trimSpaces(at.replace(/^[-+.\d]*/, ''));
    }
  }

  /** Notes a parameter; FASTER_GCODE_PARSER keeps the last of two, the search through the line finds the first. */
  private take(letter: string, at: string): string {
    const quoted = this.options.has('quotedStrings') && at.startsWith('"');
    const value = quoted ? at.slice(1).replace(/".*/, '') : at;
    const kept = isValidFloat(value) ? value : null;
    if (this.options.has('fasterParser') || !this.values.has(letter)) this.values.set(letter, kept);
    return quoted ? at.slice(value.length + 2) : at;
  }

  seen(letter: string): boolean {
    const value = this.values.get(letter);
    if (value !== undefined) this.pointer = value;
    return value !== undefined;
  }

  seenAny(letters: string): boolean {
    return [...letters].some((letter) => this.values.has(letter));
  }

  seenValue(letter: string): boolean {
    return this.seen(letter) && this.pointer !== null;
  }

  float(): number {
    if (this.pointer === null) return 0;
    const [head = ''] = this.pointer.split(this.options.has('cutsX') ? /[Ee Xx]/ : /[Ee]/);
    return strtod(head);
  }

  long(): bigint {
    return this.pointer === null ? 0n : strtol(this.pointer, this.options.has('longs64') ? 64 : 32);
  }

  int(): number {
    return int16(this.long());
  }

  /** TEMPERATURE_UNITS_SUPPORT rounds a float into 16 bits. */
  celsius(): number {
    if (!this.options.has('temperatureUnits')) return this.int();
    const value = this.float();
    return Number.isFinite(value) ? int16(BigInt(Math.round(value))) : 0;
  }

  byte(): number {
    const value = this.long();
    return value < 0n ? 0 : value > 255n ? 255 : Number(value);
  }

  bool(): boolean {
    return this.pointer === null || this.byte() !== 0;
  }
}
