import { readdir } from 'node:fs/promises';
import { newId, type RunId } from '@pandafab/shared';
import { FakeClock, pollUntil, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { pino } from 'pino';
import { TranscriptDrafts } from './transcript-drafts';

describe('the transcript of an active run', () => {
  const runId = newId<RunId>();
  const log = pino({ level: 'silent' });
  let clock: FakeClock;
  let scratch: TemporaryDirectory;
  let drafts: TranscriptDrafts;

  beforeEach(async () => {
    clock = new FakeClock();
    scratch = await temporaryDirectory();
    drafts = new TranscriptDrafts({ clock, log, directory: scratch.path });
  });
  afterEach(() => scratch.remove());

  const written = (words: string) =>
    pollUntil(words, async () => ((await drafts.left(runId)) ?? '').includes(words));

  it('is written immediately, and again every few seconds, never for every line', async () => {
    let reads = 0;
    const draft = drafts.follow(runId, () => `reading ${++reads}.\n`);
    await written('reading 1.');
    for (let second = 0; second < 8; second++) {
      await clock.advanceAsync(1_000);
      await written(`reading ${reads}.`);
    }
    const before = reads;
    expect(before).toBeGreaterThan(2);
    expect(before).toBeLessThan(7);
    await draft.stop();
    await clock.advanceAsync(60_000);
    expect(reads).toBe(before);
  });

  it('says when it was last written, in both languages', async () => {
    await drafts.follow(runId, () => '  0.000 > G28\n').stop();
    const until = new Date(clock.now()).toISOString();
    const text = await drafts.left(runId);
    expect(text?.split('\n')).toEqual([
      '  0.000 > G28',
      expect.stringContaining(`# Kept until ${until}`),
      expect.stringContaining(`# Gardé jusqu’au ${until}`),
      '',
    ]);
  });

  it('is removed once the transcript is kept elsewhere, and for unknown runs', async () => {
    const other = newId<RunId>();
    for (const id of [runId, other]) await drafts.follow(id, () => 'text').stop();
    await drafts.drop(runId);
    expect(await drafts.left(runId)).toBeUndefined();
    await drafts.clearLeft();
    expect(await readdir(scratch.path)).toEqual([]);
  });

  it('does not disturb the run when it cannot be written', async () => {
    const broken = new TranscriptDrafts({ clock, log, directory: '/dev/null/nowhere' });
    await expect(broken.follow(runId, () => 'text').stop()).resolves.toBeUndefined();
    expect(await broken.left(runId)).toBeUndefined();
  });
});
