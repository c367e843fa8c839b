import { recogniseProfile } from '@pandafab/firmware';
import { Bench, profileIds, profileOf, profiles } from './bench';

async function statusOf(chosen: string, real: string, faults = '') {
  const bench = new Bench({ profile: profileOf(chosen), machineProfile: profileOf(real), faults });
  await bench.connect();
  return bench.driver.status();
}

describe('a machine is recognised', () => {
  it.each(profileIds)('as %s by its banner, its M115 and its oks', async (id) => {
    expect(await statusOf(id, id)).toMatchObject({ recognisedProfileId: id, profileMismatch: false });
  });

  it('by M115 alone when it was already switched on', () => {
    const { identity, simulation } = profileOf('prusa-mk3');
    const m115 = [...identity.m115, ...Object.keys(simulation.capabilities).map((name) => `Cap:${name}:1`)];
    expect(recogniseProfile(profiles, { banner: [], m115 })).toBe('prusa-mk3');
  });

  it.each([
    ['Marlin 2.1.2.4 (Jan  1 2025 10:00:00)', 'marlin-2-no-emergency-parser'],
    ['Marlin 2.0.9.3', 'marlin-2-no-emergency-parser'],
    ['Marlin 1.1.6', 'marlin-1'],
  ])('%s', (name, id) => {
    const m115 = [`FIRMWARE_NAME:${name} SOURCE_CODE_URL:…`, 'Cap:EMERGENCY_PARSER:0'];
    expect(recogniseProfile(profiles, { banner: [], m115 })).toBe(id);
  });

  it.each(['Marlin Creality 3D', 'Prusa-Firmware-Buddy 6.0.3', 'RepRapFirmware', 'Repetier_1.0.4'])(
    'not at all when it is %s: nothing is guessed',
    (name) => {
      const m115 = [`FIRMWARE_NAME:${name} PROTOCOL_VERSION:1.0`];
      expect(recogniseProfile(profiles, { banner: ['start'], m115 })).toBeNull();
    },
  );

  it('by its banner where it does not answer M115', () => {
    const { banner } = profileOf('marlin-1').identity;
    expect(recogniseProfile(profiles, { banner, m115: [] })).toBe('marlin-1');
    expect(recogniseProfile(profiles, { banner: ['start'], m115: [] })).toBeNull();
  });
});

describe('a machine that differs from the chosen profile', () => {
  it('is reported as a mismatch, and is driven as chosen', async () => {
    expect(await statusOf('marlin-1', 'prusa-mk3')).toMatchObject({
      state: 'ready',
      recognisedProfileId: 'prusa-mk3',
      profileMismatch: true,
    });
  });

  it('is no mismatch when the chosen profile extends the recognised one, or the reverse', async () => {
    expect(await statusOf('marlin-2', 'marlin-2-advanced-ok')).toMatchObject({
      recognisedProfileId: 'marlin-2-advanced-ok',
      profileMismatch: false,
    });
  });
});
