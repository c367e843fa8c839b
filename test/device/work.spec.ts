import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardPolicyOf } from '@pandafab/firmware';
import { type CommandSource, openWork, type Work } from '@pandafab/machine-host';
import { Fault } from '@pandafab/shared';
import { Bench, profileOf, sourceOf, workOf } from './bench';

const PRINT = ['G28', 'G1 X10 F3000', 'G1 X20'];

async function ready(): Promise<Bench> {
  const bench = new Bench();
  await bench.connect();
  return bench;
}

/** Work whose lines the test delivers, and that records whether they were closed. */
function slowWork() {
  let come: (source: CommandSource) => void = () => undefined;
  const coming = new Promise<CommandSource>((resolve) => {
    come = resolve;
  });
  const closed: string[] = [];
  const source = { ...sourceOf(PRINT), close: async () => void closed.push('closed') };
  const work: Work = { ...workOf([]), openLines: () => coming };
  return { work, closed, come: () => come(source) };
}

describe('work whose lines cannot be opened', () => {
  it('is refused before anything is sent to the machine, which stays ready', async () => {
    const bench = await ready();
    const said = bench.written.length;
    const reason = new Fault('FILE.NOT_READABLE', { path: '/gone', reason: 'ENOENT' });
    const work: Work = { ...workOf([]), openLines: () => Promise.reject(reason) };
    await expect(bench.driver.run(work, bench.observer)).rejects.toBe(reason);
    expect(bench.written).toHaveLength(said);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    expect(await bench.run(PRINT)).toMatchObject({ outcome: 'done' });
  });
});

describe('while the lines of a work are being opened', () => {
  it('the machine takes no second work', async () => {
    const bench = await ready();
    const { work, come } = slowWork();
    const run = bench.driver.run(work, bench.observer);
    await expect(bench.driver.run(workOf(PRINT), bench.observer)).rejects.toMatchObject({
      code: 'MACHINE.NOT_READY',
    });
    come();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });

  it('a cancel has an effect: no line of the file is sent', async () => {
    const bench = await ready();
    const { work, closed, come } = slowWork();
    const run = bench.driver.run(work, bench.observer);
    bench.driver.cancel();
    come();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled', linesSent: 0, exact: true });
    expect(bench.written.join('')).not.toContain('G28');
    expect(closed).toEqual(['closed']);
  });

  it('an unplugged cable ends the run, and lines that are opened later are closed', async () => {
    const bench = await ready();
    const { work, closed, come } = slowWork();
    const run = bench.driver.run(work, bench.observer);
    bench.unplug();
    expect(await run).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.UNPLUGGED' } });
    come();
    await bench.clock.advanceAsync(1);
    expect(closed).toEqual(['closed']);
  });
});

describe('a file as work', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pandafab-work-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };
  const policy = guardPolicyOf(profileOf('marlin-2'), NO_LIMITS);
  const fileOf = (text: string): string => {
    const path = join(directory, 'part.gcode');
    writeFileSync(path, text);
    return path;
  };

  it('is refused before a machine receives it if it contains no command', async () => {
    await expect(openWork(fileOf('; nothing\n'), policy)).rejects.toMatchObject({ code: 'FILE.EMPTY' });
  });

  it('is checked line by line against its policy, and reports afterwards what was left out', async () => {
    const bench = await ready();
    const work = await openWork(fileOf('G28\nM500\nG1 X10 F3000\n'), policy);
    expect(work.policy).toBe(policy);
    const outcome = await bench.settle(bench.driver.run(work, bench.observer));
    await work.close();
    expect(outcome).toMatchObject({ outcome: 'done', linesSent: 2 });
    expect(bench.written.join('')).not.toContain('M500');
    expect(work.findings).toMatchObject([{ command: 'M500', line: 2, severity: 'strip' }]);
  });

  it('can be given to a machine a second time', async () => {
    const bench = await ready();
    const work = await openWork(fileOf('G28\nG1 X10 F3000\n'), policy);
    for (const _ of ['first', 'second'])
      expect(await bench.settle(bench.driver.run(work, bench.observer))).toMatchObject({
        ...{ outcome: 'done', linesAcknowledged: 2 },
      });
  });
});
