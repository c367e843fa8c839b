import { ModalState } from './modal-state';
import { planPause } from './pause-plan';

const having = (...commands: string[]): ModalState => {
  const modal = new ModalState();
  for (const command of commands) modal.apply(command);
  return modal;
};

describe('the modal state of a firmware', () => {
  it.each<[string, string[], object]>([
    ['nothing is known before the first move', ['G28'], { x: null, y: null, z: null, e: null }],
    ['absolute moves', ['G28', 'G1 X10 Y20 Z.3 E1'], { x: 10, y: 20, z: 0.3, e: 1 }],
    ['relative ones', ['G1 X10 Y20 Z1 E1', 'G91', 'G1 X-1 Z.5 E.25'], { x: 9, y: 20, z: 1.5, e: 1.25 }],
    ['relative ones from nowhere', ['G28', 'G91', 'G1 X5'], { x: null, y: null, z: null, e: null }],
    ['E alone is relative', ['G92 E0', 'M83', 'G1 X10 E2', 'G1 X20 E2'], { x: 20, y: null, z: null, e: 4 }],
    ['inches', ['G20', 'G1 X1 Y2 E.1'], { x: 25.4, y: 50.8, z: null, e: 2.54 }],
    ['G92 of one axis', ['G1 X10 E5', 'G92 E0'], { x: 10, y: null, z: null, e: 0 }],
    ['G92 of all', ['G1 X10 E5', 'G92'], { x: 0, y: 0, z: 0, e: 0 }],
    ['arcs end where they say', ['G1 X0 Y0', 'G2 X10 Y0 I5 J0 E1'], { x: 10, y: 0, z: null, e: 1 }],
    ['homing one axis', ['G1 X10 Y10 Z10 E1', 'G28 Z'], { x: 10, y: 10, z: null, e: 1 }],
    ['levelling ends somewhere', ['G1 X10 Y10 Z10', 'G29'], { x: null, y: null, z: null, e: null }],
    ['motors let go', ['G1 X10 Y10 Z10 E1', 'M84'], { x: null, y: null, z: null, e: 1 }],
  ])('%s', (_name, commands, position) => {
    const { x, y, z, e } = having(...commands).position;
    const rounded = [x, y, z, e].map((value) => value && Number(value.toFixed(6)));
    expect(rounded).toEqual(Object.values(position));
  });

  it.each([
    ['latest', ['M83', 'G90'], 2],
    ['latest', ['G91', 'M82'], 2],
    ['either', ['M83', 'G90'], 3],
    ['either', ['G91', 'M82'], 3],
    ['own', ['M83', 'G90'], 3],
    ['own', ['G91'], 2],
  ] as const)('where E is, by the reading %s after %j', (reading, modes, e) => {
    const modal = new ModalState(reading);
    for (const command of ['G92 E0', ...modes, 'G1 E1', 'G1 E2']) modal.apply(command);
    expect(modal.position.e).toBe(e);
  });

  it('the order of G90 and M83 is kept: firmwares differ in which of them wins', () => {
    expect(having('M83', 'G90').modeCommands).toEqual(['G21', 'M83', 'G90']);
    expect(having('G90', 'M83').modeCommands).toEqual(['G21', 'G90', 'M83']);
    expect(having('G20', 'G91').modeCommands).toEqual(['G20', 'M82', 'G91']);
  });

  it('targets, tools and feed rate', () => {
    const modal = having('M104 S200', 'M140 S60', 'T1', 'M109 R215', 'M104 T0 S150', 'G20', 'G1 F10');
    expect([...modal.nozzleTargets]).toEqual([
      [0, 150],
      [1, 215],
    ]);
    expect([modal.bed, modal.tool, modal.feedRate]).toEqual([60, 1, 254]);
  });
});

describe('the plan of a pause', () => {
  const profile = {
    scripts: { pause: ['G91', 'G1 Z5', 'G90', 'M400'], resume: ['M117 Here we go'] },
    pause: { keepMinutes: 30, lowerNozzleToC: 150, retractMm: 2 },
  } as Parameters<typeof planPause>[0]['profile'];
  const hot = { nozzle: { actual: 204, target: 205 }, bed: { actual: 60, target: 60 } };
  const printed = having('M140 S60', 'M104 S205', 'G28', 'M83', 'G1 X10 Y20 Z.3 F3000', 'G92 E0', 'G1 E1.5');

  it('retracts, parks and cools a little; heats, returns, unretracts, and restores the modes', () => {
    const plan = planPause({ profile, modal: printed, temperatures: hot, parksItself: false });
    expect(plan.parking).toEqual(['G21', 'M83', 'G1 E-2 F2100', ...profile.scripts.pause, 'M104 S150']);
    expect(plan.warming).toEqual(['M140 S60', 'M104 S205']);
    expect(plan.waits.map(({ heater, targetC }) => [heater, targetC])).toEqual([
      ['bed', 60],
      ['nozzle', 205],
    ]);
    expect(plan.returning).toEqual([
      ...['M117 Here we go', 'G21', 'G90', 'G1 X10 Y20 F3000', 'G1 Z0.3 F600'],
      ...['M83', 'G1 E2 F2100', 'G92 E1.5', 'G1 F3000', 'G21', 'G90', 'M83'],
    ]);
  });

  it('does not retract with a cold nozzle, because the unretract would push out more', () => {
    const temperatures = { ...hot, nozzle: { actual: 120, target: 205 } };
    const plan = planPause({ profile, modal: printed, temperatures, parksItself: false });
    expect([...plan.parking, ...plan.returning].join()).not.toMatch(/E-?2 /);
  });

  it('restores a temperature that was set before the run', () => {
    const plan = planPause({ profile, modal: having('G28'), temperatures: hot, parksItself: false });
    expect(plan.warming).toEqual(['M140 S60', 'M104 S205']);
  });

  it('does not move when the position is unknown, or the firmware has parked by itself', () => {
    const lost = planPause({ profile, modal: having('G28'), temperatures: hot, parksItself: false });
    const itself = planPause({ profile, modal: printed, temperatures: hot, parksItself: true });
    for (const { parking, returning } of [lost, itself]) {
      expect(parking.slice(0, 2)).toEqual(['G21', 'M400']);
      expect(parking.join()).not.toMatch(/G1/);
      expect(returning.join()).not.toMatch(/G1 [XYZE]/);
    }
  });
});
