import type { FirmwareProfile } from '@pandafab/firmware';
import { Bench, hashOf, profileOf } from './bench';

/** A virtual machine with this profile; the host has the same profile. */
const machine = (id: string, change: (profile: FirmwareProfile) => FirmwareProfile): Bench =>
  new Bench({ profile: change(profileOf(id)) });

const namesOf = (bench: Bench): string[] => bench.driver.status().readings.map(({ name }) => name);

describe('the readings of a machine are a list', () => {
  it('of the nozzle in use, each of two nozzles, the bed and the chamber', async () => {
    const bench = machine('marlin-2', (profile) => ({
      ...profile,
      limits: { ...profile.limits, extruders: 2 },
      simulation: {
        ...profile.simulation,
        temperatures: ' T:{nozzle} /{nozzleTarget} B:{bed} /{bedTarget}{chamber}{tools}',
        capabilities: { ...profile.simulation.capabilities, CHAMBER_TEMPERATURE: true },
      },
    }));
    await bench.connect();
    await bench.run(['M141 S40', 'T1', 'M104 T1 S200', 'G4 S2']);
    expect(namesOf(bench)).toEqual(['nozzle', 'nozzle 0', 'nozzle 1', 'bed', 'chamber']);
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: false });
    expect(bench.driver.status().readings.every(({ target }) => target === 0)).toBe(true);
  });

  it('with one nozzle once, also where the firmware reports it twice', async () => {
    const bench = new Bench({ profile: profileOf('prusa-mk3') });
    await bench.connect();
    expect(namesOf(bench)).toEqual(['nozzle', 'bed']);
  });

  it('that keeps readings which a firmware reports only now and then', async () => {
    const bench = new Bench({ profile: profileOf('prusa-mk3') });
    await bench.connect();
    bench.hear('T:24.6 E:0');
    const [nozzle, bed] = bench.driver.status().readings;
    expect([nozzle?.name, nozzle?.actual, bed?.name]).toEqual(['nozzle', 24.6, 'bed']);
  });

  it('without an entry for a machine that has no heater, which is ready and works all the same', async () => {
    const bench = machine('marlin-2', (profile) => ({
      ...profile,
      scripts: { ...profile.scripts, heatersOff: [], finish: ['M400'] },
      simulation: { ...profile.simulation, temperatures: '' },
    }));
    await bench.connect();
    const file = ['G28', 'G1 X10 F3000', 'G1 X20'];
    expect(await bench.run(file)).toMatchObject({ outcome: 'done', cause: null, sha256: hashOf(file) });
    expect(bench.driver.status()).toMatchObject({ state: 'ready', readings: [], heatersUnknown: false });
    await bench.settle(bench.driver.heatersOff());
  });
});
