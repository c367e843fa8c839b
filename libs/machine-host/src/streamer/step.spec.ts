import {
  defaultProfilesDirectory,
  type FirmwareProfile,
  findProfile,
  loadProfiles,
} from '@pandafab/firmware';
import fc from 'fast-check';
import { marlin as marlinDialect } from '../dialect/marlin/marlin';
import { createReplyParser } from '../protocol/reply';
import { EffectBuffer } from './effects';
import { beginRun, createStreamerState } from './state';
import { step } from './step';

const marlin = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');
const source = (commands: readonly string[]) => {
  let taken = 0;
  const base = {
    totalBytes: 0,
    offset: 0,
    line: 0,
    onReady: null,
    error: null,
    close: async () => undefined,
  };
  return { ...base, next: () => commands[taken++] ?? null };
};

/** An active run: its output and its events, for each line of the machine. */
class Table {
  readonly state;
  private readonly effects = new EffectBuffer();
  private readonly parse;
  private now = 0;

  constructor(commands: readonly string[], profile: FirmwareProfile = marlin) {
    this.state = createStreamerState(profile, marlinDialect);
    this.parse = createReplyParser(profile.replies);
    // A firmware that has answered M105 and refused a wrong number before.
    this.state.firmware.okTellsTemperatures = true;
    beginRun(this.state, source(commands));
    this.state.firmware.checksNumbers = true;
    this.state.lines.unverified = false;
  }

  begin(): string[] {
    step(this.state, { kind: 'pump', now: this.now }, this.effects);
    return this.taken();
  }

  /** The machine sends these lines, one after the other. */
  says(...lines: readonly string[]): string[] {
    for (const line of lines)
      step(this.state, { kind: 'reply', reply: this.parse(line), now: this.now }, this.effects);
    return this.taken();
  }

  after(ms: number): string[] {
    this.now += ms;
    step(this.state, { kind: 'timer', now: this.now }, this.effects);
    return this.taken();
  }

  private taken(): string[] {
    const frames = this.effects.frames.map((frame) => Buffer.from(frame).toString('latin1').trim());
    const events = this.effects.events.map((event) =>
      event.kind === 'failed' ? event.cause.code : event.kind,
    );
    this.effects.clear();
    return [...frames.map((frame) => frame.replace(/\*\d+$/, '')), ...events];
  }
}

const ABC = ['G1 X1', 'G1 X2', 'G1 X3', 'G1 X4', 'G1 X5', 'G1 X6'];
const RESEND_2 = ['Error:checksum mismatch, Last Line: 1', 'Resend: 2', 'ok'];
const TEMPERATURES = 'ok T:20.0 /0.0 B:20.0 /0.0';

describe('the streamer', () => {
  it('keeps one line in flight', () => {
    const table = new Table(ABC);
    expect(table.begin()).toEqual(['N1 G1 X1']);
    expect(table.says('echo:busy: processing', ' T:20.0 /0.0')).toEqual([]);
    expect(table.says('ok')).toEqual(['N2 G1 X2']);
  });

  it('with ADVANCED_OK sends as many lines as the firmware can hold', () => {
    const table = new Table(ABC);
    table.begin();
    expect(table.says('ok N1 P15 B3')).toEqual(['N2 G1 X2', 'N3 G1 X3', 'N4 G1 X4']);
    expect(table.says('ok N3 P15 B1')).toEqual(['N5 G1 X5', 'N6 G1 X6']);
  });

  it('resends a line on request, after an M105 that clears earlier oks', () => {
    const table = new Table(ABC);
    table.begin();
    expect(table.says('ok')).toEqual(['N2 G1 X2']);
    expect(table.says(...RESEND_2)).toEqual(['M105']);
    expect(table.says('ok', 'Resend: 2', 'ok', TEMPERATURES)).toEqual(['N2 G1 X2']);
    expect(table.state).toMatchObject({ lines: { acknowledged: 1, resends: 1 } });
  });

  it('does not wait for the ok of a resend when the firmware omits it', () => {
    const silent = { ...marlin, resend: { ...marlin.resend, okFollows: false } };
    const table = new Table(ABC, silent);
    table.begin();
    table.says('ok');
    expect(table.says('rs 2')).toEqual(['M105']);
    expect(table.says(TEMPERATURES)).toEqual(['N2 G1 X2']);
    expect(table.says('ok')).toEqual(['N3 G1 X3']);
  });

  it('sends one copy of a line that is requested repeatedly, once the firmware is silent', () => {
    const advanced = new Table(ABC);
    advanced.begin();
    advanced.says('ok N1 P15 B1');
    expect(advanced.says(...RESEND_2)).toEqual(['N2 G1 X2']);
    const storm = Array.from({ length: 5 }, () => RESEND_2).flat();
    expect(advanced.says(...storm)).toEqual([]);
    expect(advanced.after(marlin.resend.settleMs)[0]).toBe('N2 G1 X2');
  });

  it('fails when one line is requested too often', () => {
    const table = new Table(ABC);
    table.begin();
    table.says('ok');
    const answers = Array.from({ length: 11 }, () => [
      ...table.says(...RESEND_2),
      ...table.after(marlin.resend.settleMs),
      ...table.says(TEMPERATURES),
    ]);
    expect(answers.flat().at(-1)).toBe('MACHINE.TOO_MANY_RESENDS');
  });

  it('detects a lost ok in spite of temperature reports', () => {
    const table = new Table(ABC);
    table.begin();
    table.says(' T:20.0 /0.0');
    expect(table.after(marlin.timeouts.okMs)).toEqual(['M105']);
    expect(table.says(TEMPERATURES)).toEqual(['N1002 M105']);
    expect(
      table.says('Error:Line Number is not Last Line Number+1, Last Line: 1', 'Resend: 2', 'ok'),
    ).toEqual(['N2 G1 X2']);
  });

  it('asks after half a second whether an ok was lost, and continues immediately when the firmware was only slow', () => {
    const table = new Table(ABC);
    table.begin();
    expect(table.after(499)).toEqual([]);
    expect(table.after(1)).toEqual(['M105']);
    expect(table.says('ok')).toEqual(['N2 G1 X2']);
    expect(table.says(TEMPERATURES)).toEqual([]);
  });

  it('with ADVANCED_OK continues at the first ok, although M105 waits behind the other lines', () => {
    const table = new Table(ABC);
    table.begin();
    table.says('ok N1 P15 B3');
    expect(table.after(500)).toEqual(['M105']);
    expect(table.says('ok N2 P0 B0')).toEqual(['N5 G1 X5']);
  });

  it('does not ask so soon when the answer to M105 cannot be distinguished from other oks', () => {
    const table = new Table(ABC);
    table.state.firmware.okTellsTemperatures = false;
    table.begin();
    expect(table.after(marlin.timeouts.okMs - 1)).toEqual([]);
    expect(table.after(1)).toEqual(['M105']);
  });

  it('with ADVANCED_OK oks do not extend the wait for requests that never come', () => {
    const table = new Table(ABC);
    table.begin();
    table.says('ok N1 P15 B3');
    expect(table.says('Resend: 3', 'ok', 'ok N2 P3 B0')).toEqual([]);
    expect(table.after(marlin.resend.settleMs)).toEqual(['N3 G1 X3', 'N4 G1 X4', 'N5 G1 X5']);
  });

  /** The effort of a recovery, until the firmware's way is known. */
  const recovered = (table: Table, next: number): void => {
    expect(table.after(500)).toEqual(['M105']);
    table.says(TEMPERATURES);
    table.says('Error:Line Number is not Last Line Number+1', `Resend: ${next}`, 'ok');
  };

  it('learns during a run that the number in an ok has no meaning', () => {
    const table = new Table(ABC);
    table.begin();
    for (const next of [2, 3]) {
      expect(table.says('ok N0 P15 B3')).toEqual([]);
      recovered(table, next);
    }
    // Lines 3 to 5 are in flight: each ok is one of theirs by now.
    expect(table.says('ok N0 P15 B3', 'ok N0 P15 B3', 'ok N0 P15 B3')).toEqual(['N6 G1 X6']);
    expect(table.state).toMatchObject({ lines: { acknowledged: 5 }, firmware: { advanced: false } });
  });

  it('learns during a run that every ok has temperatures', () => {
    const table = new Table(ABC);
    table.begin();
    for (const next of [2, 3]) {
      expect(table.says(TEMPERATURES)).toEqual([]);
      recovered(table, next);
    }
    expect(table.says(TEMPERATURES)).toEqual(['N4 G1 X4']);
    expect(table.says(TEMPERATURES)).toEqual(['N5 G1 X5']);
  });

  it('does not take a late ok of a line for such a firmware’s way', () => {
    const table = new Table(ABC);
    table.begin();
    table.says('ok N1 P15 B3', 'ok N4 P15 B3', 'ok N2 P15 B3', 'ok N3 P15 B3', 'ok N2 P15 B3');
    expect(table.state).toMatchObject({
      lines: { acknowledged: 4 },
      firmware: { okNumbersLie: false, advanced: true },
    });
  });

  it('does not take the late answer to a probe for the ok of a line', () => {
    const table = new Table(ABC);
    table.begin();
    table.after(marlin.timeouts.okMs);
    expect(table.says('ok')).toEqual(['N2 G1 X2']);
    expect(table.says(TEMPERATURES)).toEqual([]);
    expect(table.says('ok')).toEqual(['N3 G1 X3']);
  });

  it('waits while the firmware reports that it is busy, then fails on silence', () => {
    const table = new Table(ABC);
    table.begin();
    for (let i = 0; i < 50; i++) {
      table.says('echo:busy: processing');
      expect(table.after(2_000)).toEqual([]);
    }
    const heard = Array.from({ length: 20 }, () => table.after(marlin.timeouts.busyMs)).flat();
    expect(heard.at(-1)).toBe('MACHINE.SILENT');
    expect(heard.filter((line) => line === 'M105')).toHaveLength(marlin.timeouts.probes);
  });

  it('asks for the number before it reports drained, and sends the lost lines', () => {
    const table = new Table(['G1 X1']);
    table.begin();
    // The N was damaged: an unknown command is answered with an ok.
    expect(table.says('echo:Unknown command: "O1 G1 X1*2"', 'ok')).toEqual(['N1002 M105']);
    expect(table.says('Resend: 1', 'ok')).toEqual(['N1 G1 X1']);
    expect(table.says('ok')).toEqual(['N1002 M105']);
    expect(table.says('Resend: 2', 'ok')).toEqual(['drained']);
  });

  it('never continues after a reset or a halt', () => {
    const reset = new Table(ABC);
    reset.begin();
    expect(reset.says('start', 'ok', 'ok')).toEqual(['MACHINE.RESET_MID_RUN']);
    const halted = new Table(ABC);
    halted.begin();
    expect(halted.says('Error:Printer halted. kill() called!', 'ok')).toEqual(['MACHINE.HALTED']);
  });

  it('gives the same result for the same inputs, and never has more lines in flight than allowed', () => {
    const said = fc.constantFrom(
      'ok',
      'ok N2 P3 B3',
      'ok N4 P3 B2',
      'Resend: 2',
      'Resend: 9',
      TEMPERATURES,
      'start',
      'echo:busy: x',
    );
    const move = fc.oneof(said, fc.integer({ min: 1, max: 9_000 }));
    const play = (moves: readonly (string | number)[]) => {
      const table = new Table(ABC);
      const heard = [
        table.begin(),
        ...moves.map((it) => (typeof it === 'string' ? table.says(it) : table.after(it))),
      ];
      const { next, acknowledged } = table.state.lines;
      expect(next - 1 - acknowledged).toBeLessThanOrEqual(marlin.buffer.advancedOkWindow);
      return heard;
    };
    fc.assert(fc.property(fc.array(move), (moves) => expect(play(moves)).toEqual(play(moves))));
  });
});
