import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault, type FaultCode } from '@pandafab/shared';
import {
  areRelated,
  defaultProfilesDirectory,
  findProfile,
  loadProfiles,
  profileSchemaText,
  recogniseProfile,
} from '.';

const profiles = loadProfiles(defaultProfilesDirectory);

/** The code of the fault that `action` throws. */
function faultOf(action: () => unknown): { code: FaultCode; reason: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, reason: String(error.details.reason) };
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the profiles of this repository', () => {
  it('are all complete after inheritance', () => {
    expect([...profiles.keys()]).toEqual(
      expect.arrayContaining([
        ...['marlin-1', 'marlin-2', 'marlin-2-advanced-ok', 'prusa-mk3', 'prusa-buddy', 'klipper'],
        ...['marlin-2-no-emergency-parser', 'marlin-2-advanced-ok-no-emergency-parser'],
      ]),
    );
  });

  it.each([...profiles.values()])('$id can send one line and switch its heaters off', (profile) => {
    expect(profile.buffer.window).toBeLessThanOrEqual(profile.buffer.commands);
    expect(profile.replies.ok.length).toBeGreaterThan(0);
    expect(profile.scripts.heatersOff).toEqual(expect.arrayContaining(['M104 S0', 'M140 S0']));
  });

  it('inherit section by section', () => {
    const { capabilities, framing } = findProfile(profiles, 'marlin-2-advanced-ok');
    expect(capabilities).toMatchObject({ ADVANCED_OK: true, EMERGENCY_PARSER: true });
    expect(framing.maxBytes).toBe(96);
    expect(findProfile(profiles, 'marlin-1').capabilities.EMERGENCY_PARSER).toBe(false);
  });

  it('have a current schema.json (UPDATE_SCHEMA=1 writes it)', () => {
    const file = join(defaultProfilesDirectory, 'schema.json');
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, profileSchemaText());
    expect(readFileSync(file, 'utf8')).toBe(profileSchemaText());
  });

  it('are described for editors dialect by dialect', () => {
    const { anyOf } = JSON.parse(profileSchemaText()) as { anyOf: { properties: Record<string, object> }[] };
    const dialects = new Set([...profiles.values()].map(({ dialect }) => dialect));
    expect(anyOf.map(({ properties }) => properties.dialect)).toEqual(
      [...dialects].map((dialect) => expect.objectContaining({ const: dialect })),
    );
  });

  it('list the existing ones when an unknown one is requested', () => {
    expect(() => findProfile(profiles, 'griffin')).toThrow(
      new Fault('MACHINE.UNKNOWN_PROFILE', { id: 'griffin', known: [...profiles.keys()] }),
    );
  });
});

describe('a directory of profiles', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pandafab-profiles-'));
    mkdirSync(join(directory, 'templates'));
    const template = readFileSync(join(defaultProfilesDirectory, 'templates/marlin-base.json'));
    writeFileSync(join(directory, 'templates/marlin-base.json'), template);
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const write = (id: string, value: object | string) =>
    writeFileSync(join(directory, `${id}.json`), typeof value === 'string' ? value : JSON.stringify(value));

  it('gets a new firmware with one JSON file', () => {
    write('teapot', { extends: 'templates/marlin-base', name: 'Teapot', resend: { okFollows: false } });
    const teapot = findProfile(loadProfiles(directory), 'teapot');
    expect(teapot.resend).toEqual({ okFollows: false, settleMs: 100, identicalLimit: 10 });
    expect([...loadProfiles(directory).keys()]).toEqual(['teapot']);
  });

  it('recognises a new one only by its own fingerprint', () => {
    write('teapot', {
      extends: 'templates/marlin-base',
      name: 'Teapot',
      fingerprint: { m115: ['^FIRMWARE_NAME:Teapot'] },
    });
    write('blue-teapot', { extends: 'teapot', name: 'Blue teapot' });
    const loaded = loadProfiles(directory);
    const blue = findProfile(loaded, 'blue-teapot');
    expect(blue).toMatchObject({ lineage: ['teapot', 'templates/marlin-base'], fingerprint: { m115: [] } });
    expect(areRelated(blue, findProfile(loaded, 'teapot'))).toBe(true);
    const heard = { banner: [], m115: ['FIRMWARE_NAME:Teapot 4.18'] };
    expect(recogniseProfile(loaded, heard)).toBe('teapot');
    expect(areRelated(blue, findProfile(profiles, 'marlin-1'))).toBe(false);
  });

  it('recognises none when two match equally', () => {
    for (const id of ['one', 'two'])
      write(id, { extends: 'templates/marlin-base', name: id, fingerprint: { m115: ['Teapot'] } });
    const heard = { banner: [], m115: ['FIRMWARE_NAME:Teapot 4.18'] };
    expect(recogniseProfile(loadProfiles(directory), heard)).toBeNull();
  });

  it.each<[string, object | string, RegExp]>([
    [
      'with a fingerprint that is not a pattern',
      { extends: 'templates/marlin-base', name: 'x', fingerprint: { m115: ['('] } },
      /regular expression/,
    ],
    ['with an unknown field', { extends: 'templates/marlin-base', name: 'x', resnd: {} }, /resnd/],
    [
      'with a field of another type',
      { extends: 'templates/marlin-base', name: 'x', buffer: { window: 'two' } },
      /window/,
    ],
    ['that is not JSON', '{', /JSON/],
    ['that extends a missing file', { extends: 'templates/none', name: 'x' }, /ENOENT/],
    ['that extends itself', { extends: 'bad', name: 'x' }, /bad → bad/],
    ['of an unknown dialect', { extends: 'templates/marlin-base', name: 'x', dialect: 'grbl' }, /dialect/],
    ['that leaves something out', { name: 'x', dialect: 'marlin' }, /framing/],
  ])('refuses a file %s', (_, value, reason) => {
    write('bad', value);
    const fault = faultOf(() => loadProfiles(directory));
    expect(fault.code).toBe('MACHINE.PROFILE_INVALID');
    expect(fault.reason).toMatch(reason);
  });
});
