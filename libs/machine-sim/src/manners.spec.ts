import { MachineBench, numbered } from '@pandafab/testing';

describe('a virtual Prusa MK3', () => {
  const bench = () => new MachineBench({ profile: 'prusa-mk3' }).on();

  it('requests the next line when Marlin would drop a duplicate', () => {
    const machine = bench();
    machine.print('G90', 'G91');
    expect(machine.send(numbered(2, 'G91'))).toEqual([
      'Error:Line Number is not Last Line Number+1, Last Line: 2',
      'Resend: 3',
      'ok',
    ]);
  });

  it('refuses a checksum without a number', () => {
    expect(bench().send('G90*18')[0]).toBe('Error:No Line Number with checksum, Last Line: 0');
  });

  it('reports temperatures in its own way', () => {
    const [answer] = bench().send('M105');
    expect(answer).toMatch(
      /^ok T:\d+\.\d \/0\.0 B:\d+\.\d \/0\.0 T0:\d+\.\d \/0\.0 @:0 B@:0 P:0\.0 A:25\.3$/,
    );
  });

  it('executes M112 when it reads it, numbered or not, and does not know M108', () => {
    const machine = bench();
    machine.print('G4 S5');
    const lastWords = ['Error:Printer halted. kill() called!', 'M112 called. Emergency Stop.'];
    expect(machine.print('M112')).toEqual(lastWords);
    expect(bench().send('M108')).toEqual(['Unknown M code: M108', 'ok']);
  });

  it('reports its own capabilities', () => {
    const capabilities = bench()
      .send('M115')
      .filter((line) => line.startsWith('Cap:'));
    expect(capabilities).toContain('Cap:PRUSA_MMU2:1');
    expect(capabilities.join()).not.toContain('EMERGENCY_PARSER');
  });
});

describe('a virtual Klipper', () => {
  const bench = () => new MachineBench({ profile: 'klipper' }).on();

  it('checks neither numbers nor checksums', () => {
    expect(bench().send('N77 G90*1')).toEqual(['ok']);
  });

  it('answers M115 in its ok, and M105 with the bed first', () => {
    const machine = bench();
    expect(machine.send('M115')).toEqual([
      expect.stringMatching(/^ok FIRMWARE_NAME:Klipper FIRMWARE_VERSION:/),
    ]);
    expect(machine.send('M105')).toEqual([expect.stringMatching(/^ok B:\d+\.\d \/0\.0 T0:\d+\.\d \/0\.0$/)]);
  });

  it('reports an error and answers ok anyway', () => {
    expect(bench().send('G1 E5').slice(-2)).toEqual(['!! Extrude below minimum temp', 'ok']);
  });

  it('sends no busy message during a long command', () => {
    const machine = bench();
    machine.send('G4 S30');
    expect(machine.after(29)).toEqual([]);
    expect(machine.after(2)).toEqual(['ok']);
  });
});

describe('filament that runs out', () => {
  it('is reported to the host, and the firmware waits for a person', () => {
    const machine = new MachineBench({ faults: 'runout@2' }).on();
    const heard = machine.print('G90', 'G91', 'G90');
    expect(heard).toContain('//action:filament_runout T0');
    expect(heard.filter((line) => line === 'ok')).toHaveLength(1);
    expect(machine.after(5)).toContain('echo:busy: paused for user');
    machine.machine.click();
    machine.machine.click();
    // Its own M600 gets no ok: the two oks belong to the host's lines.
    expect(machine.heard().filter((line) => line === 'ok')).toHaveLength(2);
    expect(machine.machine.record).toMatchObject({ commandsExecuted: 3, faults: 1 });
  });

  it('is not reported by a firmware without host actions, which waits anyway', () => {
    const machine = new MachineBench({ profile: 'marlin-1', faults: 'runout@1' }).on();
    expect(machine.print('G90')).toEqual(['echo:Insert filament and send M108']);
    expect(machine.after(3)).toEqual(['echo:busy: paused for user']);
    machine.machine.click();
    expect(machine.heard()).toEqual(['ok']);
  });
});
