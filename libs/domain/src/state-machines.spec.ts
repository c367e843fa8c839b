import fc from 'fast-check';
import { jobTable, nextJobState } from './job-state';
import {
  ACTIVE_RUN_STATES,
  isActiveRun,
  nextRunState,
  RUN_OUTCOMES,
  type RunEvent,
  type RunState,
  runTable,
} from './run-state';
import { flawsOfTable, soundTable } from './transition-table';

const runEvent: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.constantFrom('accepted', 'started', 'paused', 'resumed').map((type) => ({ type }) as RunEvent),
  fc.constantFrom(...RUN_OUTCOMES).map((outcome) => ({ type: 'ended', outcome }) as const),
);

describe('the tables', () => {
  it('run and job tables are sound', () => {
    expect(flawsOfTable(runTable)).toEqual([]);
    expect(flawsOfTable(jobTable)).toEqual([]);
  });

  it('a table with flaws is detected', () => {
    const table = {
      initial: 'a',
      ends: ['b'],
      next: { a: { go: 'b', leap: null }, b: { go: 'a', leap: null }, c: { go: null, leap: null } },
    } as const;
    expect(flawsOfTable<'a' | 'b' | 'c', 'go' | 'leap'>(table)).toEqual([
      'c is never reached',
      'b is an end with exits',
      'c has no exit',
      'leap is refused everywhere',
    ]);
    expect(() => soundTable<'a' | 'b' | 'c', 'go' | 'leap'>(table)).toThrow(
      /not sound: c is never reached; /,
    );
  });
});

describe('runs', () => {
  it('goes from assignment to done, with a pause', () => {
    const events: RunEvent[] = [
      { type: 'accepted' },
      { type: 'started' },
      { type: 'paused' },
      { type: 'resumed' },
      { type: 'ended', outcome: 'done' },
    ];
    const end = events.reduce<RunState>((state, event) => nextRunState(state, event) ?? state, 'assigned');
    expect(end).toBe('done');
  });

  it('is never done before it has started', () => {
    expect(nextRunState('assigned', { type: 'ended', outcome: 'done' })).toBeUndefined();
    expect(nextRunState('accepted', { type: 'ended', outcome: 'done' })).toBeUndefined();
  });

  it('never leaves an end, and never starts twice, for any sequence of reports', () => {
    fc.assert(
      fc.property(fc.array(runEvent, { maxLength: 40 }), (events) => {
        let state: RunState = 'assigned';
        let starts = 0;
        for (const event of events) {
          const next = nextRunState(state, event);
          if (!isActiveRun(state)) expect(next).toBeUndefined();
          if (next && event.type === 'started') starts += 1;
          state = next ?? state;
        }
        expect(starts).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('holds its machine exactly in the active states', () => {
    const states = Object.keys(runTable.next) as RunState[];
    expect(states.filter(isActiveRun)).toEqual([...ACTIVE_RUN_STATES]);
  });
});

describe('jobs', () => {
  it('a run that did not end as done leaves the decision to a person', () => {
    expect(nextJobState('running', { type: 'ended', outcome: 'done' })).toBe('done');
    for (const outcome of ['cancelled', 'failed', 'interrupted'] as const)
      expect(nextJobState('running', { type: 'ended', outcome })).toBe('stopped');
    expect(nextJobState('stopped', { type: 'assigned' })).toBeUndefined();
    expect(nextJobState('stopped', { type: 'cancelled' })).toBe('cancelled');
    expect(nextJobState('stopped', { type: 'redone' })).toBe('redone');
    expect(nextJobState('done', { type: 'redone' })).toBeUndefined();
  });

  it('refuses an analysis that comes after the job was cancelled', () => {
    expect(nextJobState('cancelled', { type: 'analysed' })).toBeUndefined();
  });

  it('is refused from the queue when a later analysis finds its file unfit, but not once it has run', () => {
    expect(nextJobState('queued', { type: 'refused' })).toBe('refused');
    for (const state of ['running', 'done', 'stopped', 'cancelled'] as const)
      expect(nextJobState(state, { type: 'refused' })).toBeUndefined();
  });

  it('is cancelled from the queue, but not from under a running machine', () => {
    expect(nextJobState('queued', { type: 'cancelled' })).toBe('cancelled');
    expect(nextJobState('running', { type: 'cancelled' })).toBeUndefined();
  });
});
