import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import fc from 'fast-check';
import { LineReader } from './line-reader';
import { createReplyParser, firmwareNameOf } from './reply';

const { replies } = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');

describe('LineReader', () => {
  const linesOf = (chunks: Uint8Array[], maxBytes?: number): string[] => {
    const lines: string[] = [];
    const reader = new LineReader((line) => lines.push(line), maxBytes);
    for (const chunk of chunks) reader.push(chunk);
    return lines;
  };

  it('finds the same lines however the bytes are cut', () => {
    const line = fc.stringMatching(/^[ -~]{1,40}$/);
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.integer({ min: 1, max: 9 })), (lines, cuts) => {
        let rest: Buffer = Buffer.from(lines.map((text) => `${text}\r\n`).join(''));
        const chunks = cuts.map((cut) => {
          const chunk = rest.subarray(0, cut);
          rest = rest.subarray(cut);
          return chunk;
        });
        expect(linesOf([...chunks, rest])).toEqual(lines);
      }),
    );
  });

  it('drops a line without end, and reads on after it', () => {
    const noise = Buffer.alloc(300, 0xff);
    expect(linesOf([Buffer.from('ok\n'), noise, noise, Buffer.from('\nok N1\n')], 100)).toEqual([
      'ok',
      'ok N1',
    ]);
  });
});

describe('the reply parser', () => {
  const parse = createReplyParser(replies);

  it.each([
    ['ok', { kind: 'ok', bare: true, line: -1 }],
    ['ok N2 P31 B15', { kind: 'ok', bare: false, line: 2, bufferFree: 15 }],
    ['ok P31 B14', { kind: 'ok', bare: false, line: -1, bufferFree: 14 }],
    ['Resend: 3', { kind: 'resend', line: 3 }],
    ['Resend:N12', { kind: 'resend', line: 12 }],
    ['rs 7', { kind: 'resend', line: 7 }],
    ['Resend: ', { kind: 'resend', line: -1 }],
    [
      'Error:checksum mismatch, Last Line: 2',
      { kind: 'line-error', text: 'checksum mismatch, Last Line: 2' },
    ],
    ['Error:EEPROM is odd', { kind: 'error', text: 'EEPROM is odd' }],
    [
      'Error:STOP called because of BLTouch error',
      { kind: 'refusal', text: 'STOP called because of BLTouch error' },
    ],
    ['echo:Printer locked! (Unlock with M511 or LCD)', { kind: 'locked' }],
    ['echo: cold extrusion prevented', { kind: 'prevented', text: 'cold extrusion prevented' }],
    ['echo: too long extrusion prevented', { kind: 'prevented' }],
    ['echo:endstops hit:  X:12.00', { kind: 'warning' }],
    ['Error:Printer halted. kill() called!', { kind: 'halted', text: 'Printer halted. kill() called!' }],
    ['echo:busy: paused for user', { kind: 'busy', text: 'paused for user' }],
    ['start', { kind: 'banner' }],
    ['starting up', { kind: 'other' }],
    ['// action:paused', { kind: 'action', text: 'paused' }],
    ['//action:prompt_begin Click', { kind: 'action', text: 'prompt_begin Click' }],
    ['Cap:EMERGENCY_PARSER:1', { kind: 'capability', text: 'EMERGENCY_PARSER:1' }],
    ['echo:Unknown command: "FOO"', { kind: 'ignored', text: 'FOO' }],
  ])('reads %j', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it('reads temperatures in an ok, in a report that begins with a space, and glued together', () => {
    const expected = { nozzle: { actual: 19.38, target: 215 }, bed: { actual: 19.4, target: 0 } };
    expect(parse('ok T:19.38 /215.00 B:19.40 /0.00 @:0 B@:0')).toMatchObject({
      kind: 'ok',
      temperatures: expected,
    });
    expect(parse(' T:19.38 /215.00 B:19.40 /0.00 @:0 B@:0')).toMatchObject({
      kind: 'temperatures',
      temperatures: expected,
    });
    expect(parse('okT:19.38/215.00 B:19.4/0.00')).toMatchObject({ kind: 'ok', temperatures: expected });
  });

  it('knows every line of a real Marlin that a host must react to', () => {
    const file = join(__dirname, '../../../../test/fixtures/transcripts/marlin-2.1-advanced-ok.txt');
    const received = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.slice(7, 10).startsWith(' < ')); // prettier columns: seconds, direction, text
    const count: Record<string, number> = {};
    for (const line of received) {
      const { kind } = parse(line.slice(10));
      count[kind] = (count[kind] ?? 0) + 1;
    }
    expect(count).toMatchObject({
      banner: 1,
      resend: 3,
      'line-error': 3,
      halted: 1,
      temperatures: 2,
      firmware: 1,
    });
    expect(count.busy).toBe(5);
    expect(count.action).toBe(9);
    expect(count.capability).toBe(36);
  });
});

describe('firmwareNameOf', () => {
  it('stops at the next field', () => {
    const line =
      'FIRMWARE_NAME:Marlin bugfix-2.1.x (Nov 23 2026 18:37:17) SOURCE_CODE_URL:github.com/x EXTRUDER_COUNT:1';
    expect(firmwareNameOf(line)).toBe('Marlin bugfix-2.1.x (Nov 23 2026 18:37:17)');
    expect(firmwareNameOf('FIRMWARE_NAME:Teacup')).toBe('Teacup');
  });
});
