import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type RunId } from '@pandafab/shared';
import { FakeClock, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { CheckpointFile } from './checkpoint-file';

const figures = (linesAcknowledged: number, filamentUm = [linesAcknowledged * 10]) => ({
  linesSent: linesAcknowledged + 4,
  linesAcknowledged,
  resends: 1,
  seconds: linesAcknowledged / 8,
  filamentUm,
});

describe('the checkpoint file', () => {
  let directory: TemporaryDirectory;
  let path: string;
  const open = () => CheckpointFile.open(path, new FakeClock());
  const [first, second] = [newId<RunId>(), newId<RunId>()];

  beforeEach(async () => {
    directory = await temporaryDirectory();
    path = join(directory.path, 'checkpoints.bin');
  });
  afterEach(() => directory.remove());

  /** As a killed process leaves the file: not closed in order. */
  const written = (write: (file: CheckpointFile) => void) => {
    const file = open();
    write(file);
    file.close();
  };

  it('gives back the last figures of each run after a crash', () => {
    written((file) => {
      for (let line = 1; line <= 7; line++) file.write(first, figures(line));
      file.write(second, figures(100, [1, 0, 5_734_950_000]));
    });
    const again = open();
    expect(again.left(first)).toEqual(figures(7));
    expect(again.left(second)).toEqual(figures(100, [1, 0, 5_734_950_000]));
    expect(again.left(newId<RunId>())).toBeUndefined();
    again.close();
  });

  it('knows of a run that has begun and has no figures yet', () => {
    written((file) => file.mark(first));
    const again = open();
    expect(again.left(first)).toEqual({
      ...{ linesSent: 0, linesAcknowledged: 0, resends: 0, seconds: 0, filamentUm: [] },
    });
    again.close();
  });

  it('falls back to the record before when the last one was torn', () => {
    written((file) => {
      file.write(first, figures(1));
      file.write(first, figures(2));
    });
    const bytes = readFileSync(path);
    const torn = bytes.readDoubleLE(4) > bytes.readDoubleLE(256 + 4) ? 0 : 256;
    bytes.fill(0x55, torn + 100, torn + 140);
    writeFileSync(path, bytes);
    const again = open();
    expect(again.left(first)).toEqual(figures(1));
    again.close();
  });

  it('does not grow: a run that ended leaves its slot to the next', () => {
    written((file) => {
      for (let run = 0; run < 20; run++) {
        const runId = newId<RunId>();
        for (let line = 0; line < 3; line++) file.write(runId, figures(line));
        file.clear(runId);
      }
    });
    expect(statSync(path).size).toBe(512);
  });

  it('forgets a cleared run, also after a restart', () => {
    written((file) => {
      file.write(first, figures(1));
      file.clear(first);
    });
    const again = open();
    expect(again.left(first)).toBeUndefined();
    again.close();
  });

  it('continues in another process without mixing up runs', () => {
    written((file) => file.write(first, figures(5)));
    written((file) => {
      file.write(second, figures(1));
      file.write(second, figures(2));
    });
    const again = open();
    expect([again.left(first), again.left(second)]).toEqual([figures(5), figures(2)]);
    again.close();
  });
});
