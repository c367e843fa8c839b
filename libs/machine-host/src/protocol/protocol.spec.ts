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

  it('drops an endless line, and continues after it', () => {
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

  const temperaturesOf = (line: string) => {
    const { heaters } = parse(line).temperatures ?? {};
    return (
      heaters &&
      Object.fromEntries([...heaters].map(([name, { actual, target }]) => [name, [actual, target]]))
    );
  };

  it.each([
    // Creality's DWIN boards.
    ['ok ==T:185.00 /185.00 ==B:60.91 /60.00 @:0 B@:0', { T: [185, 185], B: [60.91, 60] }],
    ['==T:185.00 /185.00 ==B:60.91 /60.00', { T: [185, 185], B: [60.91, 60] }],
    ['OOOOT:199.8 /200.0 B:60.0 /60.0', { T: [199.8, 200], B: [60, 60] }],
    // Creality's boards that report on two ports at once.
    [
      '  TT::124.72124.72  //0.000.00  BB::46.2846.28  //50.0050.00  @@::00  BB@@::127127',
      { T: [124.72, 0], B: [46.28, 50] },
    ],
    // Without targets: Prusa-Firmware's M109 and M190, Sprinter.
    ['T:24.6 B:24.0', { T: [24.6, null], B: [24, null] }],
    ['ok T:24.6 B:24.0', { T: [24.6, null], B: [24, null] }],
    ['okT:24 B:23', { T: [24, null], B: [23, null] }],
    ['T:199.8 E:0 W:?', { T: [199.8, null] }],
    ['T:199.8 E:0 B:60.1', { T: [199.8, null], B: [60.1, null] }],
    [' T:-14.9 B:23.0', { T: [-14.9, null], B: [23, null] }],
    ['T0:24 /0 T1:200.00 /200 B:60/60', { T0: [24, 0], T1: [200, 200], B: [60, 60] }],
    ['T: 24.0 / 0.0 B: 23.0 / 60.0 C: 30', { T: [24, 0], B: [23, 60], C: [30, null] }],
    ['T:24.0 200.0 B:23.0 60.0', { T: [24, 200], B: [23, 60] }],
    ['B:60.9 /60.0 T0:200.0 /200.0', { B: [60.9, 60], T0: [200, 200] }],
  ])('reads the temperatures of %j', (line, expected) => expect(temperaturesOf(line)).toEqual(expected));

  it.each([
    'X:0.00 Y:0.00 Z:0.00 E:0.00 Count A:0 B:0 Z:0',
    'FIRMWARE_NAME:Marlin EXTRUDER_COUNT:1 UUID:cede2a2f',
    'Cap:PRINT_JOB:1',
    'echo:  M301 P22.20 I1.08 D114.00',
    'echo:SD card ok T:',
    'ok P15 B3',
    'T:inf /0',
  ])('reads no temperatures in %j', (line) => expect(temperaturesOf(line)).toBeUndefined());

  it.each([
    ['T:199.8 /200.0 B:59.96 /60.00ok', { bare: true, line: -1, glued: true }],
    [' T:199.8 /200.0 B:59.96 /60.00 @:64 B@:0ok', { bare: true, glued: true }],
    ['T:199.8 E:0 W:0 ok', { bare: true, glued: true }],
    ['T:199.8 E:0 W:?ok', { bare: true, glued: true }],
    ['B:59.96 /60.00ok N5 P15 B3', { bare: false, line: 5, bufferFree: 3, glued: true }],
    ['echo:busy: processingok', { bare: true, glued: true }],
    ['T:20 /0 B:20 /0ok T:21 /0 B:20 /0', { glued: false, temperatures: { nozzle: { actual: 21 } } }],
    ['ok ', { bare: true, glued: false }],
  ])('%j is an ok', (line, expected) => expect(parse(line)).toMatchObject({ kind: 'ok', ...expected }));

  it.each([
    ['//action:notification all is ok', 'action'],
    ['echo:the file is ok', 'other'],
    ['T:199.8 /200.0 B:59.96 /60.00okay', 'temperatures'],
  ])('%j is none', (line, kind) => expect(parse(line).kind).toBe(kind));

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
