import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from './fake-clock';

describe('FakeClock', () => {
  it('runs due timers in order, first set first run, also those set by timers', () => {
    const clock = new FakeClock();
    const log: string[] = [];
    const note = (name: string) => () => log.push(`${name}@${clock.monotonic()}`);
    clock.setTimer(20, note('b'));
    clock.setTimer(10, () => {
      note('a')();
      clock.setTimer(5, note('child'));
    });
    clock.setTimer(20, note('c'));
    clock.setTimer(31, note('late'));
    clock.advance(30);
    expect(log).toEqual(['a@10', 'child@15', 'b@20', 'c@20']);
    expect(clock.monotonic()).toBe(30);
    expect(clock.pending).toBe(1);
  });

  it('moves the date with the monotonic time', () => {
    const clock = new FakeClock(1_000);
    clock.advance(250);
    expect([clock.now(), clock.monotonic()]).toEqual([1_250, 250]);
  });

  it('jumps to another date without letting time pass', () => {
    const clock = new FakeClock(1_000);
    clock.setTimer(1, () => {
      throw new Error('no time has passed');
    });
    clock.jump(1_000_000);
    expect([clock.now(), clock.monotonic(), clock.pending]).toEqual([1_001_000, 0, 1]);
  });

  it('a cancelled timer never runs', () => {
    const clock = new FakeClock();
    const ran = jest.fn();
    clock.setTimer(5, ran)();
    clock.advance(10);
    expect(ran).not.toHaveBeenCalled();
    expect(clock.pending).toBe(0);
  });

  it('advanceAsync lets promises set the next timer', async () => {
    const clock = new FakeClock();
    const wait = (ms: number) => new Promise<void>((resolve) => clock.setTimer(ms, resolve));
    const waits = wait(10).then(() => wait(10));
    await clock.advanceAsync(20);
    await waits;
    expect(clock.monotonic()).toBe(20);
  });

  it('runUntil stops at the condition, and throws when no timer can reach it', async () => {
    const clock = new FakeClock();
    let rung = false;
    clock.setTimer(1_000, () => {
      rung = true;
    });
    await clock.runUntil(() => rung);
    expect(clock.monotonic()).toBe(1_000);
    await expect(clock.runUntil(() => !rung)).rejects.toThrow('0 timers are left');
  });

  it('no time passes while a file is being read', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pandafab-clock-'));
    const pipe = join(directory, 'pipe');
    // Reading a pipe takes as long as its writer wants.
    execFileSync('mkfifo', [pipe]);
    const clock = new FakeClock();
    let readAt = -1;
    const reading = readFile(pipe).then(() => {
      readAt = clock.monotonic();
    });
    clock.setTimer(1_000, () => undefined);
    const passing = clock.advanceAsync(5_000);
    setTimeout(() => void writeFile(pipe, 'text'), 20);
    await Promise.all([reading, passing]);
    rmSync(directory, { recursive: true });
    expect(readAt).toBe(0);
  });
});
