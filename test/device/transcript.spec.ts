import { VirtualMachine } from '@pandafab/machine-sim';
import { FakeClock } from '@pandafab/testing';
import { Bench, hashOf, profileOf, workOf } from './bench';

interface Said {
  readonly at: number;
  readonly way: string;
  readonly text: string;
}

/** Reads a transcript as the fixtures are read. */
const read = (transcript: string): Said[] =>
  transcript.split('\n').flatMap((line) => {
    const [, at, way = '', text = ''] = /^ *([\d.]+) ([<>]) (.*)$/.exec(line) ?? [];
    return way ? [{ at: Number(at), way, text }] : [];
  });

const FILE = ['G28', 'M83', ...Array.from({ length: 60 }, (_, i) => `G1 X${i % 50} E.1 F3000`)];

describe('the console of a machine', () => {
  it('shows the latest lines, also without a run', async () => {
    const bench = new Bench();
    expect(bench.driver.consoleTail(30)).toEqual([]);
    await bench.connect();
    const said = read(bench.driver.consoleTail(1_000).join('\n'));
    expect(said.find(({ way }) => way === '>')?.text).toMatch(/M115|M105|M110/);
    await bench.run(FILE);
    expect(bench.driver.consoleTail(30)).toEqual(bench.driver.transcript().trimEnd().split('\n').slice(-30));
  });
});

describe('the transcript of a run', () => {
  it('replays against a virtual machine as it was recorded', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2-advanced-ok') });
    await bench.connect();
    await bench.run(FILE);
    const said = read(bench.driver.transcript());
    expect(said[0]).toMatchObject({ way: '>', text: 'N0 M110 N0*125' });

    const clock = new FakeClock();
    const heard: string[] = [];
    const machine = new VirtualMachine({
      ...{ profile: profileOf('marlin-2-advanced-ok'), clock, speed: 100 },
      send: (bytes) => heard.push(...Buffer.from(bytes).toString().split('\n').filter(Boolean)),
    });
    machine.powerOn();
    heard.length = 0;
    for (const { at, text } of said.filter(({ way }) => way === '>')) {
      clock.advance(Math.max(0, at * 1000 - clock.monotonic()));
      machine.receive(Buffer.from(`${text}\n`));
    }
    clock.advance(60_000);
    expect(machine.record).toMatchObject({
      commandsAccepted: FILE.length,
      sha256: hashOf(FILE),
      filamentUm: bench.machine.record.filamentUm,
    });
    // Milliseconds are too coarse for the buffers of a machine a hundred times faster than a real one.
    const oks = (lines: readonly string[]) => lines.flatMap((line) => /^ok N\d+/.exec(line) ?? []);
    expect(oks(heard)).toEqual(oks(said.filter(({ way }) => way === '<').map(({ text }) => text)));
  });

  it('has the lines of each direction in order, with times that never decrease', async () => {
    const bench = new Bench();
    await bench.connect();
    await bench.run(FILE);
    const said = read(bench.driver.transcript());
    expect(said.map(({ at }) => at)).toEqual(said.map(({ at }) => at).sort((a, b) => a - b));
    const sent = said.filter(({ way, text }) => way === '>' && /^N\d+ G1/.test(text));
    expect(sent).toHaveLength(FILE.length - 2);
  });

  it('stays small for a run of any length, and keeps every error', async () => {
    const bench = new Bench();
    await bench.connect();
    bench.machine.receive(Buffer.from('M302 P1\n'));
    const long = [...FILE, ...Array.from({ length: 6_000 }, (_, i) => `G1 X${i % 50} E.1`)];
    const run = bench.driver.run(workOf(long), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 5);
    bench.machine.receive(Buffer.from('N7 spoilt*1\n'));
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    const said = read(bench.driver.transcript());
    expect(said.length).toBeLessThan(2_300);
    expect(said.slice(0, 2)).toEqual([
      { at: expect.any(Number), way: '<', text: expect.stringMatching(/^Error:/) },
      { at: expect.any(Number), way: '<', text: expect.stringMatching(/^Resend:/) },
    ]);
    expect(said.at(-1)?.text).toMatch(/^ok/);
  });

  it('is empty at the start of each run', async () => {
    const bench = new Bench();
    await bench.connect();
    await bench.run(FILE);
    await bench.run(['G28']);
    expect(bench.driver.transcript()).not.toContain('G1 X');
    expect(read(bench.driver.transcript())[0]?.at).toBe(0);
  });
});
