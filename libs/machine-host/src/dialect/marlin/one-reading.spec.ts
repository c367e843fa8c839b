import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import {
  CommandReader,
  CommandWords,
  ExtrusionMeter,
  frameLine,
  LineGuard,
  wordIndex,
} from '@pandafab/gcode';
import fc from 'fast-check';
import { plainForm } from './plain-form';
import { specialOf } from './special-commands';

/**
 * How a firmware reads a line on the wire: a command, with E where it has a number; null where it refuses or ignores
 * the line.
 */
type Heard = { readonly name: string; readonly e: number | null } | null;

/** Marlin's parser.cpp and parser.h, on a line that queue.cpp has taken. */
function marlin(line: string): Heard {
  let text = line.replace(/\n$/, '').replace(/\*.*$/, '').replace(/^ */, '');
  if (/^N[-\d]/.test(text)) text = text.slice(1).replace(/^[-\d]* */, '');
  const head = /^([GMT]) *(\d+)(?:\.\d*)? */.exec(text);
  if (!head) return null;
  const name = `${head[1]}${Number(head[2]) & 0xffff}`;
  let rest = text.slice(head[0].length);
  let e: number | null = null;
  while (rest !== '') {
    const letter = rest.charAt(0);
    rest = rest.slice(1);
    if (/[A-Z]/.test(letter)) {
      rest = rest.replace(/^ */, '');
      const value = /^[-+]?(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0];
      if (letter === 'E') e = value === undefined ? null : Number(value);
    }
    if (!/^[A-Z]/.test(rest)) rest = rest.replace(/^[-+.\d]*/, '').replace(/^ */, '');
  }
  return { name, e };
}

/** Klipper's gcode.py, `_process_commands`, and the float of its G1. */
function klipper(line: string): Heard {
  const text = line.trim().split(';')[0] ?? '';
  const parts = text.toUpperCase().split(/([A-Z_]+|[A-Z*])/);
  const name = (parts[0] === '' && parts[1] === 'N' ? parts.slice(3, 5) : parts.slice(0, 3)).join('').trim();
  const words = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) words.set(parts[at] ?? '', (parts[at + 1] ?? '').trim());
  const e = words.get('E');
  if (!/^[GMT]\d+$/.test(name)) return null;
  if (e === undefined) return { name, e: null };
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(e) ? { name, e: Number(e) } : null;
}

/** Prusa-Firmware's Marlin_main.cpp: `code_seen` looks for a letter anywhere, first for M117; `code_value` is strtod. */
function prusa(line: string): Heard {
  const text = line.replace(/\*\d*\n$/, '');
  const number = (letter: string): number | null => {
    const at = text.indexOf(letter);
    if (at < 0) return null;
    return Number(/^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?)/i.exec(text.slice(at + 1))?.[1] ?? 0);
  };
  if (text.includes('M117')) return { name: 'M117', e: null };
  for (const letter of 'GMT') {
    const code = number(letter);
    if (code !== null) return { name: `${letter}${Math.trunc(code)}`, e: number('E') };
  }
  return null;
}

const blanks = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '  ',
  '\t',
  ' \t ',
  ' '.repeat(60),
  ' '.repeat(300),
  ' '.repeat(4_050),
);
const number = fc.oneof(
  fc.double({ min: -300, max: 300, noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom(
    '',
    '5',
    '+5',
    '-5',
    '5.',
    '.5',
    '-.5',
    '1e2',
    '1E2',
    '1e-2',
    '0x5',
    '--5',
    '5 6',
    '5_0',
    '00012',
    '.',
  ),
);
const letter = fc.constantFrom(
  ...'XYZEEEEFFSPRIJT',
  ...'xyzefs',
  'FE',
  'XE',
  'G',
  'M',
  '\\',
  '(E5)',
  '(',
  ')',
  '*',
  '"',
);
const word = fc.tuple(blanks, letter, blanks, number).map((parts) => parts.join(''));
const command = fc
  .tuple(
    fc.constantFrom('', '', '', 'N5 ', 'n5', 'N-1 ', '(hi) ', ';'),
    fc.constantFrom('G', 'G', 'G', 'g', 'M', 'm', 'T', 't'),
    blanks,
    fc.constantFrom(
      '1',
      '1',
      '1',
      '01',
      '0',
      '2',
      '92',
      '92',
      '0092',
      '104',
      '083',
      '1.1',
      '117',
      '65537',
      '+1',
    ),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom('', '', ' ', ';E9', ' ; G1 E9', '*71', '(E9)', '\r', '\t'),
  )
  .map(
    ([before, name, gap, code, words, behind]) => `${before}${name}${gap}${code}${words.join('')}${behind}`,
  );
/** Commands that wait, in many forms. */
const waiting = fc
  .tuple(
    fc.constantFrom('', '', 'N5 ', 'n5', '(hi) ', '\t', '(x)N3 (y) '),
    fc.constantFrom(...['G', 'g', 'M', 'm', 'M', 'm']),
    blanks,
    fc.constantFrom('', '', '0', '00', '0000'),
    fc.constantFrom(...['0', '1', '4', '25', '109', '125', '190', '191', '226', '400', '600', '601', '2000']),
    fc.constantFrom('', '', '', '.0', '.1', 'E', 'e0'),
    fc.array(
      fc.tuple(blanks, fc.constantFrom(...'SPRUTspru'), blanks, number).map((parts) => parts.join('')),
      {
        maxLength: 3,
      },
    ),
  )
  .map(
    ([before, name, gap, zeros, code, sub, words]) =>
      `${before}${name}${gap}${zeros}${code}${sub}${words.join('')}`,
  );
const noise = fc.string({
  unit: fc.constantFrom(...'GMTNXYZEFS0123456789.+- \t;()*\\"\'=_eg'),
  maxLength: 40,
});
/** Nearly as a slicer writes it: most of these lines are sent. */
const tidy = fc
  .tuple(
    fc.constantFrom('G1', 'G0', 'G1', 'G92', 'M104', 'T1', 'M117', 'M862.3', 'N5 G1'),
    fc.uniqueArray(
      fc.tuple(fc.constantFrom(' ', ' ', '  ', ' '.repeat(300), ''), fc.constantFrom(...'XYZEFPS'), number),
      {
        maxLength: 4,
        selector: ([, letter]) => letter,
      },
    ),
    fc.constantFrom('', '', ' ', ' ;E9', '*71', ' (E9)', ' "G E9"'),
  )
  .map(([name, words, behind]) => `${name}${words.map((parts) => parts.join('')).join('')}${behind}`);
const line = fc
  .tuple(blanks, fc.oneof({ weight: 3, arbitrary: command }, { weight: 3, arbitrary: tidy }, noise))
  .map((parts) => parts.join(''));

/** The command of a line of a file; null where there is none, or the file is refused. */
function readFrom(text: string): string | null {
  const found: string[] = [];
  const reader = new CommandReader((each) => found.push(each));
  try {
    reader.push(Buffer.from(`${text}\n`, 'latin1'));
    reader.end();
  } catch {
    return null;
  }
  return found[0] ?? null;
}

const profiles = loadProfiles(defaultProfilesDirectory);
const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };

describe.each([
  ['marlin-2', marlin],
  ['klipper', klipper],
  ['prusa-mk3', prusa],
] as const)('a line of a file for %s', (id, hear) => {
  const profile = findProfile(profiles, id);
  let compared = 0;

  /** The ledger's reading: the same words that the guard has accepted. */
  function booked(sent: string): Heard & { readonly exact: boolean } {
    const meter = new ExtrusionMeter(profile.extrusion);
    const words = new CommandWords();
    const bytes = Buffer.from(sent, 'latin1');
    words.parse(bytes, 0, bytes.length);
    meter.apply('M83');
    meter.apply(sent);
    const e = words.hasValue(wordIndex('E')) ? words.value(wordIndex('E')) : null;
    return { name: `${String.fromCharCode(words.letter)}${words.code}`, e, exact: meter.exact };
  }

  it('is one command with one E for guard, ledger and firmware; or it is refused; or its figures are not exact', () => {
    fc.assert(
      fc.property(line, (text) => {
        const read = readFrom(text);
        if (read === null) return;
        if (new LineGuard(guardPolicyOf(profile, NO_LIMITS)).check(read, 1) !== 'pass') return;
        const sent = plainForm(read);
        // The host pauses instead: its text for people may have any length.
        if (specialOf(sent, false)?.person) return;
        const frame = frameLine(7, sent).toString('latin1');
        expect(frame.length).toBeLessThanOrEqual(profile.framing.maxBytes);
        const ledger = booked(sent);
        const heard = hear(frame);
        const moves = /^G(?:0|1|2|3|92)$/.test(ledger.name);
        if (heard && /^[GMT]/.test(ledger.name))
          expect({ sent, name: heard.name }).toEqual({ sent, name: ledger.name });
        if (!moves || !ledger.exact) return;
        // Klipper answers a line that it cannot read with an error, which ends the run.
        if (heard === null && id === 'klipper') return;
        compared++;
        expect({ sent, e: heard?.e ?? null }).toEqual({ sent, e: ledger.e });
      }),
      { seed: 20_261_128, numRuns: 3_000 },
    );
    // The generator is useful: many of its lines reach this point.
    expect(compared).toBeGreaterThan(50);
  });

  it('never makes the firmware wait where the host cannot interrupt it, or for a person who is not told', () => {
    const hostWaits = !profile.capabilities.EMERGENCY_PARSER;
    const never = [
      'M0',
      'M1',
      'M25',
      'M125',
      'M226',
      'M600',
      'M601',
      ...(hostWaits ? ['M109', 'M190', 'M191'] : []),
    ];
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: waiting }, line), (text) => {
        const read = readFrom(text);
        if (read === null) return;
        if (new LineGuard(guardPolicyOf(profile, NO_LIMITS)).check(read, 1) !== 'pass') return;
        const plain = plainForm(read);
        const special = specialOf(plain, hostWaits);
        if (special) seen++;
        const sent = special ? special.sent : plain;
        const heard = sent === null ? null : hear(frameLine(7, sent).toString('latin1'));
        expect({ read, sent, waits: never.includes(heard?.name ?? '') }).toEqual({
          read,
          sent,
          waits: false,
        });
        if (heard?.name !== 'G4') return;
        for (const [, letter, digits] of (sent ?? '').matchAll(/([SP]) *(\d*\.?\d+)/g))
          expect(Number(digits) * (letter === 'S' ? 1000 : 1)).toBeLessThanOrEqual(500);
      }),
      { seed: 20_261_128, numRuns: 3_000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
