import type { OpenRequest } from '@pandafab/machine-host';
import { Fault } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import { type Access, isForeground } from './keyboard';
import { Questions } from './questions';

const CONTINUE = ['Continue'];
const request = (id: number, fields: Partial<OpenRequest> = {}): OpenRequest => ({
  ...{ id, kind: 'prompt', message: 'Filament change', buttons: ['Continue', 'Purge'], cooled: false },
  ...fields,
});

/** A terminal with a user at its keyboard, and what is sent to the machine. */
class Seat {
  readonly clock = new FakeClock();
  readonly told: string[] = [];
  readonly notes: object[] = [];
  readonly answered: [number, number][] = [];
  refusal: Fault | null = null;
  access: Access = 'keyboard';
  private onLine: ((line: string) => void) | null = null;
  readonly questions = new Questions({
    clock: this.clock,
    terminal: { tell: (text) => this.told.push(text), note: (event) => this.notes.push(event) },
    keyboard: {
      access: () => this.access,
      listen: (onLine) => {
        this.onLine = onLine;
        return () => {
          this.onLine = null;
        };
      },
    },
    driver: {
      answer: (id, button) => {
        if (this.refusal) throw this.refusal;
        this.answered.push([id, button]);
      },
    },
  });

  get isRead(): boolean {
    return this.onLine !== null;
  }

  type(line: string): void {
    this.onLine?.(line);
  }
}

describe('questions of the machine, in the terminal', () => {
  it('a prompt is shown with numbered buttons, and a number presses its button', () => {
    const seat = new Seat();
    seat.questions.show(request(7));
    expect(seat.told.join('\n')).toContain('Filament change\n  1) Continue\n  2) Purge\n');
    seat.type('2');
    expect(seat.answered).toEqual([[7, 1]]);
    expect(seat.notes).toMatchObject([
      { event: 'needs-person', request: { id: 7, buttons: ['Continue', 'Purge'] } },
      { event: 'answered', id: 7, button: 1 },
    ]);
  });

  it.each(['0', '3', '9', '-1', '1.5', 'x', '', 'c', '11'])('“%s” presses none of two buttons', (line) => {
    const seat = new Seat();
    seat.questions.show(request(7));
    const { length } = seat.told;
    seat.type(line);
    expect(seat.answered).toEqual([]);
    expect(seat.told.length).toBe(length + 1);
  });

  it.each(['', 'c', ' C ', '1'])('“%s” continues when there is one button', (line) => {
    const seat = new Seat();
    seat.questions.show(request(7, { kind: 'command', message: 'Close the door', buttons: CONTINUE }));
    seat.type(line);
    expect(seat.answered).toEqual([[7, 0]]);
  });

  it('an answer typed for a question that was just replaced presses nothing', async () => {
    const seat = new Seat();
    seat.questions.show(request(7));
    await seat.clock.advanceAsync(5_000);
    seat.questions.show(request(8, { message: 'Heater timeout', buttons: CONTINUE }));
    await seat.clock.advanceAsync(400);
    seat.type('1');
    expect(seat.answered).toEqual([]);
    await seat.clock.advanceAsync(1_000);
    seat.type('1');
    expect(seat.answered).toEqual([[8, 0]]);
  });

  it('an answer that the driver refuses is reported, and the question stays open', () => {
    const seat = new Seat();
    seat.questions.show(request(7));
    seat.refusal = new Fault('MACHINE.QUESTION_CHANGED');
    seat.type('1');
    expect(seat.told.at(-1)?.split('\n')).toHaveLength(2);
    expect(seat.notes.at(-1)).toEqual({ event: 'answer-refused', id: 7, code: 'MACHINE.QUESTION_CHANGED' });
    seat.refusal = null;
    seat.type('1');
    expect(seat.answered).toEqual([[7, 0]]);
  });

  it('the keyboard is read only while a question is open', () => {
    const seat = new Seat();
    expect(seat.isRead).toBe(false);
    seat.questions.show(request(7));
    expect([seat.isRead, seat.questions.isOpen]).toEqual([true, true]);
    seat.questions.show(null);
    expect([seat.isRead, seat.questions.isOpen]).toEqual([false, false]);
  });

  it('a paused run reports when its heaters went off in the meantime, and reports nothing twice', () => {
    const seat = new Seat();
    const paused = { kind: 'command', message: 'Door', buttons: CONTINUE } as const;
    seat.questions.show(request(7, paused));
    seat.questions.show(request(7, paused));
    expect(seat.told).toHaveLength(1);
    seat.questions.show(request(7, { ...paused, cooled: true }));
    expect(seat.told).toHaveLength(2);
    seat.type('c');
    expect(seat.answered).toEqual([[7, 0]]);
  });

  it('without a terminal nothing is read, and the user is told how to answer', () => {
    const seat = new Seat();
    seat.access = 'none';
    seat.questions.show(request(7));
    expect(seat.isRead).toBe(false);
    expect(seat.told[0]).toContain('--answer-from-stdin');
    expect(seat.told[0]).toContain(`kill -INT ${process.pid}`);
    expect(seat.notes).toMatchObject([{ how: expect.stringContaining('--answer-from-stdin') }]);
  });

  it('in the background nothing is read, because that would stop the print, until the program is in the foreground', async () => {
    const seat = new Seat();
    seat.access = 'background';
    seat.questions.show(request(7));
    expect([seat.isRead, seat.told[0]?.includes('fg')]).toEqual([false, true]);
    await seat.clock.advanceAsync(2_000);
    expect(seat.isRead).toBe(false);
    seat.access = 'keyboard';
    await seat.clock.advanceAsync(1_000);
    seat.type('1');
    expect(seat.answered).toEqual([[7, 0]]);
  });

  it('an unknown heater state asks a person to go and look, without buttons', () => {
    const seat = new Seat();
    seat.questions.show(request(9, { kind: 'heaters-unknown', message: '', buttons: [] }));
    expect(seat.isRead).toBe(false);
    seat.questions.show(null);
    expect(seat.told).toHaveLength(2);
    expect(seat.notes.at(-1)).toEqual({ event: 'needs-person', request: null });
  });
});

it('a program name with brackets and blanks does not hide whether the program is in the foreground', () => {
  expect(isForeground('12 (a) b) S 1 12 12 34816 12 4194304 1')).toBe(true);
  expect(isForeground('12 (node) S 1 12 12 34816 99 4194304 1')).toBe(false);
});
