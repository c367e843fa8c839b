import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MachineBench, numbered } from '@pandafab/testing';

const hot = ['M302 P1'];
const fixture = (name: string) =>
  readFileSync(join(__dirname, '../../../test/fixtures/gcode', `${name}.gcode`), 'latin1');
const commandsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/;.*/, '').trim())
    .filter((line) => line !== '');

describe('a virtual machine on the line', () => {
  it('sends nothing before power on, and then its banner', () => {
    const bench = new MachineBench();
    expect(bench.send('M105')).toEqual([]);
    bench.machine.powerOn();
    expect(bench.heard()[0]).toBe('start');
  });

  it('reads lines in any pieces, with CR, LF or both, and without comments', () => {
    const bench = new MachineBench().on();
    for (const byte of Buffer.from('G9')) bench.machine.receive(Uint8Array.of(byte));
    bench.machine.receive(Buffer.from('0 ; absolute\r\n\r  M83\rG92 E0\n\n'));
    expect(bench.heard()).toEqual(['ok', 'ok', 'ok']);
  });

  it('refuses a line cut at its buffer’s end', () => {
    const bench = new MachineBench().on();
    const heard = bench.send(numbered(1, `M117 ${'x'.repeat(120)}`));
    expect(heard).toEqual(['Error:No Checksum with line number, Last Line: 0', 'Resend: 1', 'ok']);
  });

  it('loses the content of its receive ring at a resend, and continues in the middle of a line', () => {
    const bench = new MachineBench().on();
    const behind = Array.from({ length: 8 }, (_, index) => numbered(3 + index, 'M117 filler')).join('\n');
    expect(bench.send(`${numbered(2, 'G90')}\n${behind}`)).toEqual([
      'Error:Line Number is not Last Line Number+1, Last Line: 0',
      'Resend: 1',
      'ok',
      // The tail of `N10 M117 filler*45`: without its N it is not checked.
      'echo:Unknown command: "0 M117 filler"',
      'ok',
    ]);
    expect(bench.machine.record).toMatchObject({ commandsAccepted: 0, resends: 1 });
  });

  it('overruns when more bytes are in flight than it holds', () => {
    const bench = new MachineBench().on();
    bench.send('G4 S10');
    for (let i = 0; i < 3; i++) bench.send('M400');
    expect(bench.machine.record.bytesOverrun).toBe(0);
    bench.send('x'.repeat(200));
    expect(bench.machine.record.bytesOverrun).toBe(201 - 128);
  });

  it('M110 acts again on execution: lines pipelined past it are lost', () => {
    const bench = new MachineBench().on();
    const heard = bench.send(`${numbered(0, 'M110 N0')}\n${numbered(1, 'G90')}\n${numbered(2, 'M83')}`);
    expect(heard).toEqual(['ok', 'ok', 'ok']);
    expect(bench.send(numbered(3, 'M400'))).toContain('Resend: 1');
  });

  it('without an emergency parser, M108 waits its turn when it carries a number', () => {
    const bench = new MachineBench({ profile: 'marlin-1' }).on();
    expect(bench.print('M0 Wait')).toEqual(['echo:Wait']);
    expect(bench.print('M108')).toEqual([]);
    expect(bench.send('M108')).toEqual(['ok', 'ok', 'ok']);
  });

  it('without an emergency parser, a numbered M112 stops the machine only when its turn comes', () => {
    const bench = new MachineBench({ profile: 'marlin-1' }).on();
    bench.print('G4 S5');
    expect(bench.print('M112')).toEqual([]);
    expect(bench.after(10)).toContain('Error:Printer halted. kill() called!');
    expect(bench.machine.record.state).toBe('halted');
  });

  it('restarts after a halt only with its power switch', () => {
    const bench = new MachineBench().on();
    bench.print('M104 S200', 'M112');
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
    expect(bench.send('M105')).toEqual([]);
    bench.machine.powerOff();
    bench.machine.powerOn();
    expect(bench.heard()[0]).toBe('start');
  });

  it('knows only its own commands, also for garbled lines', () => {
    const bench = new MachineBench().on();
    expect(bench.send('constructor')).toEqual(['echo:Unknown command: "constructor"', 'ok']);
    expect(bench.send('L12 G1 X1*44')).toEqual(['echo:Unknown command: "L12 G1 X1"', 'ok']);
  });

  it('requests a line in the way of its profile', () => {
    const bench = new MachineBench({ profile: 'marlin-1' }).on();
    expect(bench.send('N7 G90*1')[1]).toBe('Resend: 1');
  });
});

describe('a virtual machine that prints', () => {
  it.each([
    ['cube20', 1657.78],
    ['bracket', 4086.07],
  ])('measures the filament of %s as its slicer does, to 0.1 %%', (name, slicerMm) => {
    const bench = new MachineBench({ speed: 1e9 }).on();
    const commands = commandsOf(fixture(name));
    for (const command of commands) {
      bench.print(command);
      bench.after(0.01);
    }
    const { record } = bench.machine;
    expect(record.commandsAccepted).toBe(commands.length);
    expect(record.commandsExecuted).toBe(commands.length);
    expect(record.sha256).toBe(
      createHash('sha256')
        .update(commands.map((command) => `${command}\n`).join(''))
        .digest('hex'),
    );
    expect(record.unknownCommands).toBe(0);
    expect((record.filamentUm[0] ?? 0) / 1000 / slicerMm).toBeCloseTo(1, 3);
    expect(record.nozzles[0]?.target).toBe(0);
  });

  it('counts an un-retraction once, and G92 not at all', () => {
    const bench = new MachineBench().on();
    bench.print(...hot, 'M83', 'G1 E5 F9000', 'G1 E-2', 'G92 E0', 'G1 E2', 'G1 E1');
    expect(bench.machine.record.filamentUm).toEqual([6000]);
  });

  it('counts each tool separately, in inches too', () => {
    const bench = new MachineBench({ extruders: 2 }).on();
    bench.print(...hot, 'M83', 'G1 E2 F9000', 'T1', 'G20', 'G1 E1');
    expect(bench.machine.record.filamentUm).toEqual([2000, 25400]);
    expect(bench.print('T5')).toEqual(['echo:T5 Invalid extruder', 'ok']);
  });

  it('G90 and G91 forget M82 and M83', () => {
    const bench = new MachineBench().on();
    bench.print(...hot, 'M83', 'G90', 'G1 E3 F9000', 'G1 E3', 'G91', 'G1 E1');
    expect(bench.machine.record.filamentUm).toEqual([4000]);
  });

  it('does not extrude cold', () => {
    const bench = new MachineBench().on();
    expect(bench.print('G1 X5 E5 F6000')).toEqual(['echo: cold extrusion prevented', 'ok']);
    expect(bench.machine.record.filamentUm).toEqual([]);
  });

  it('answers moves until its planner is full, then as fast as it moves', () => {
    const bench = new MachineBench({ profile: 'marlin-2-advanced-ok' }).on();
    const there = Array.from({ length: 15 }, (_, index) => `G1 X${(index % 2) * 100} F6000`);
    const heard = bench.print(...there);
    expect(heard.at(0)).toBe('ok N1 P15 B3');
    expect(heard.at(-1)).toBe('ok N15 P1 B3');
    bench.print('G1 X100', 'G1 X0');
    expect(bench.heard()).toEqual([]);
    expect(bench.after(1.1)).toEqual(['ok N17 P0 B3']);
    expect(bench.print('M400')).toEqual([]);
    expect(bench.after(20).filter((line) => line.startsWith('ok'))).toEqual(['ok N18 P15 B3']);
    expect(bench.machine.record.position.X).toBe(0);
  });

  it('takes about a second for 100 mm at 100 mm/s, and the inverse of `speed` of that', () => {
    const timed = (speed: number) => {
      const bench = new MachineBench({ speed }).on();
      bench.print('G1 X100 F6000', 'M400');
      let seconds = 0;
      while (bench.after(0.001).length === 0) seconds += 0.001;
      return seconds;
    };
    expect(timed(1)).toBeCloseTo(1.033, 1);
    expect(timed(10)).toBeCloseTo(0.103, 2);
  });

  it('follows arcs, by centre or by radius', () => {
    const bench = new MachineBench().on();
    bench.print('G1 X50 Y50 F6000', 'G2 X100 Y50 I25 J0', 'G3 X50 Y50 R25');
    expect(bench.machine.record.position).toMatchObject({ X: 50, Y: 50 });
    expect(bench.print('G2 X60 Y60')).toEqual(['echo:G2/G3 bad parameters', 'ok']);
  });

  it('stays inside its volume and knows its position', () => {
    const bench = new MachineBench().on();
    bench.print('G1 X500 Y-20 F60000', 'G92 X0');
    expect(bench.print('M114')[0]).toBe('X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:16000 Y:0 Z:0');
  });

  it('M410 drops what is planned', () => {
    const bench = new MachineBench().on();
    bench.print('G1 X200 F60', 'M400');
    expect(bench.print('M410')).toEqual(['ok', 'ok']);
  });
});

describe('a virtual machine that heats', () => {
  it('reports every second and stays busy until the target holds', () => {
    const bench = new MachineBench().on();
    expect(bench.print('M109 S215')).toEqual([]);
    const heard = bench.after(10);
    expect(heard[0]).toBe(' T:22.38 /215.00 B:19.38 /0.00 @:127 B@:0 W:?');
    expect(heard.filter((line) => line === 'echo:busy: processing')).toHaveLength(5);
    const rest = bench.after(100);
    expect(rest.at(-1)).toBe('ok');
    expect(bench.clock.pending).toBe(0);
    expect(bench.machine.record.nozzles[0]?.actual).toBe(215);
  });

  it('M108 ends the wait and leaves the target', () => {
    const bench = new MachineBench().on();
    bench.print('M190 S60');
    expect(bench.send('M108')).toEqual(['ok', 'ok']);
    expect(bench.machine.record.bed).toEqual({ actual: 19.38, target: 60 });
  });

  it('heats `speed` times faster', () => {
    const bench = new MachineBench({ speed: 100 }).on();
    bench.print('M190 S60');
    expect(bench.after(1)).toEqual(['ok']);
  });

  it('cools towards the room', () => {
    const bench = new MachineBench().on();
    bench.print('M104 S200');
    bench.after(100);
    bench.print('M104 S0');
    bench.after(60);
    expect(bench.machine.record.nozzles[0]?.actual).toBeCloseTo(19.38 + 180.62 / Math.E, 5);
    bench.print('M109 R50');
    bench.after(120);
    expect(bench.machine.record.nozzles[0]?.actual).toBe(50);
  });

  it('M155 reports by itself, also during other commands', () => {
    const bench = new MachineBench().on();
    bench.print('M155 S2', 'G4 S5');
    expect(bench.after(4.5).filter((line) => line.startsWith(' T:'))).toHaveLength(2);
  });

  it('M113 S0 stops its busy messages', () => {
    const bench = new MachineBench().on();
    bench.print('M113 S0', 'G4 S60');
    expect(bench.after(59)).toEqual([]);
  });
});

describe('a virtual machine that needs a person', () => {
  const asks = (question: string, ...buttons: readonly string[]) => [
    '//action:prompt_end',
    `//action:prompt_begin ${question}`,
    ...buttons.map((button) => `//action:prompt_button ${button}`),
    '//action:prompt_show',
  ];

  it('M600 pauses until its prompts are answered', () => {
    const bench = new MachineBench().on();
    expect(bench.print('M600')).toEqual([
      '//action:paused',
      ...asks('Pause', 'Dismiss'),
      'echo:Insert filament and send M108',
      ...asks('Nozzle Parked', 'Continue'),
    ]);
    expect(bench.after(2)).toEqual(['echo:busy: paused for user']);
    expect(bench.send('M876 S0')).toEqual(asks('Paused', 'PurgeMore', 'Continue'));
    expect(bench.send('M876 S0')).toEqual(asks('Paused', 'PurgeMore', 'Continue'));
    expect(bench.send('M108')).toEqual([]);
    const through = ['//action:prompt_end', '//action:resumed', ...asks('Resuming', 'Dismiss')];
    expect(bench.send('M876 S1')).toEqual([...through, 'ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('M0 S5 continues by itself', () => {
    const bench = new MachineBench({ profile: 'marlin-1' }).on();
    bench.print('M0 S5');
    expect(bench.after(5).at(-1)).toBe('ok');
  });
});
