import { Fault } from '@pandafab/shared';
import { MachineBench, numbered } from '@pandafab/testing';
import { NO_FAULTS, parseFaults } from './fault-plan';
import { Chance, seededRandom } from './random';

const moves = (count: number) => Array.from({ length: count }, (_, index) => `G1 X${index % 200} F60000`);

describe('parseFaults', () => {
  it('reads rates and points', () => {
    expect(parseFaults('flip=0.001, lose-ok=.5,late-ms=250,reset@1200,resend-storm@7')).toEqual({
      rates: { 'flip-in': 0.001, 'flip-out': 0.001, 'lose-ok': 0.5 },
      points: { reset: 1200, 'resend-storm': 7 },
      lateMs: 250,
    });
    expect(parseFaults('')).toEqual(NO_FAULTS);
  });

  it.each(['explode@3', 'flip@3', 'reset=0.5', 'flip=2', 'reset@1.5', 'flip', 'constructor=1'])(
    'refuses %s and lists the known faults',
    (part) => {
      let fault: unknown;
      try {
        parseFaults(`lose-ok=0.1,${part}`);
      } catch (error) {
        fault = error;
      }
      expect(fault).toMatchObject({ code: 'MACHINE.FAULTS_INVALID', details: { part } });
      expect(fault).toBeInstanceOf(Fault);
    },
  );
});

describe('faults by rate', () => {
  const run = (seed: number, pieces: number) => {
    const bench = new MachineBench({ faults: 'flip=0.002,lose=0.001,lose-ok=0.02', seed, speed: 1e6 }).on();
    const bytes = Buffer.from(
      moves(300)
        .map((move, index) => `${numbered(index + 1, move)}\n`)
        .join(''),
    );
    for (let at = 0; at < bytes.length; at += pieces) bench.machine.receive(bytes.subarray(at, at + pieces));
    return `${bench.machine.record.faults} faults\n${bench.heard().join('\n')}`;
  };

  it('are the same for the same seed, and different for another', () => {
    expect(run(4, 40)).toBe(run(4, 40));
    expect(new Set([run(1, 40), run(2, 40), run(3, 40)]).size).toBeGreaterThan(1);
  });

  it('affect the same bytes for any grouping', () => {
    const struck = (groups: readonly number[]) => {
      const chance = new Chance(0.05, seededRandom(9));
      const indices: number[] = [];
      let start = 0;
      for (const size of groups) {
        for (let taken = 0; taken < size; ) {
          const next = chance.firstIn(size - taken);
          if (next < 0) break;
          indices.push(start + taken + next);
          taken += next + 1;
        }
        start += size;
      }
      return indices;
    };
    const expected = struck([1000]);
    expect(expected.length).toBeGreaterThan(25);
    expect(expected.length).toBeLessThan(80);
    expect(struck(Array.from({ length: 1000 }, () => 1))).toEqual(expected);
    expect(struck([7, 493, 500])).toEqual(expected);
  });

  it('lose oks, not commands', () => {
    const bench = new MachineBench({ faults: 'lose-ok=1', speed: 1e6 }).on();
    expect(bench.print(...moves(3))).toEqual([]);
    expect(bench.machine.record.commandsExecuted).toBe(3);
  });

  it('delay oks without a busy message', () => {
    const bench = new MachineBench({ faults: 'late-ok=1,late-ms=5000' }).on();
    expect(bench.print('G90')).toEqual([]);
    expect(bench.after(4.9)).toEqual([]);
    expect(bench.after(0.2)).toEqual(['ok']);
  });

  it('repeat a request for a resend', () => {
    const bench = new MachineBench({ faults: 'resend-storm=1' }).on();
    expect(bench.print('G90').filter((line) => line === 'Resend: 1')).toHaveLength(5);
  });
});

describe('faults at the n-th command', () => {
  it('reset: the banner during a run, line numbers and heaters are lost', () => {
    const bench = new MachineBench({ faults: 'reset@3' }).on();
    const heard = bench.print('M104 S200', 'G90', 'G91', 'G92');
    expect(heard.slice(0, 3)).toEqual(['ok', 'ok', 'start']);
    expect(heard).toContain('Resend: 1');
    expect(bench.machine.record).toMatchObject({ resets: 1, commandsAccepted: 3, commandsExecuted: 2 });
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  });

  it('silence: not even M105 is answered', () => {
    const bench = new MachineBench({ faults: 'silence@2' }).on();
    expect(bench.print('M155 S1', 'G90', 'G91')).toEqual(['ok']);
    expect([...bench.send('M105'), ...bench.after(60)]).toEqual([]);
    expect(bench.machine.record.state).toBe('silent');
  });

  it('thermal runaway: halted with its reason', () => {
    const bench = new MachineBench({ faults: 'runaway@1' }).on();
    expect(bench.print('G90')).toEqual([
      'Error:Thermal Runaway, system stopped! Heater_ID: E0',
      'Error:Printer halted. kill() called!',
      '//action:poweroff',
    ]);
    expect(bench.machine.record.state).toBe('halted');
  });

  it('unplug: the line is closed', () => {
    const bench = new MachineBench({ faults: 'unplug@2' }).on();
    expect(bench.print('G90', 'G91')).toEqual(['ok']);
    expect([bench.unplugged, bench.machine.record.state]).toEqual([true, 'unplugged']);
  });

  it('endless resends: no line is accepted', () => {
    const bench = new MachineBench({ faults: 'resend-storm@2' }).on();
    bench.print('G90', 'G91');
    for (let i = 0; i < 20; i++) expect(bench.send(numbered(3, 'G92'))[1]).toBe('Resend: 3');
    expect(bench.machine.record.commandsAccepted).toBe(2);
  });
});
