import type { Job } from '../../api/queries';
import { endOf, gramsOf, secondsOf } from './job-figures';

const analysis = { timeSeconds: 600, slicerEstimate: { filamentGrams: [3, 1.5] } };
const job = (fields: object) =>
  ({
    state: 'queued',
    usage: null,
    runs: [],
    analysis,
    changedAt: '2026-11-02T10:00:00Z',
    ...fields,
  }) as unknown as Job;
const run = { state: 'printing', seconds: 90, endedAt: null, progress: { remainingSeconds: 120 } };

describe('the figures of a job in a list', () => {
  it('are estimated from the file, until the print is done', () => {
    expect(secondsOf(job({}))).toEqual({ value: 600, isEstimate: true });
    expect(gramsOf(job({}))).toEqual({ value: 4.5, isEstimate: true });
    const done = job({ state: 'done', usage: { seconds: 700, milligrams: 5000 } });
    expect(secondsOf(done)).toEqual({ value: 700, isEstimate: false });
    expect(gramsOf(done)).toEqual({ value: 5, isEstimate: false });
  });

  it('of a stopped print are those of its attempt', () => {
    expect(secondsOf(job({ state: 'stopped', runs: [run] }))).toEqual({ value: 90, isEstimate: false });
  });

  it('are unknown for a file that was not read, and for a slicer that gives no weight', () => {
    const unread = job({ analysis: null });
    expect([secondsOf(unread), gramsOf(unread)]).toEqual([undefined, undefined]);
    expect(
      gramsOf(job({ analysis: { timeSeconds: 1, slicerEstimate: { filamentGrams: null } } })),
    ).toBeUndefined();
  });
});

describe('the end of a job', () => {
  it('is when its last attempt ended, or when it was decided', () => {
    const endedAt = '2026-11-02T09:00:00Z';
    expect(endOf(job({ state: 'done', runs: [{ ...run, state: 'done', endedAt }] }))).toEqual({
      at: endedAt,
    });
    expect(endOf(job({ state: 'refused' }))).toEqual({ at: '2026-11-02T10:00:00Z' });
  });

  it('lies ahead while it prints, and is unknown while it waits', () => {
    expect(endOf(job({ state: 'running', runs: [run] }))).toEqual({ inSeconds: 120 });
    expect(endOf(job({}))).toBeUndefined();
    expect(endOf(job({ state: 'running', runs: [{ ...run, progress: null }] }))).toBeUndefined();
  });
});
