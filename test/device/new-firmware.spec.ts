import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { Bench, commandsOf, fixture, hashOf } from './bench';

/** An unknown firmware with differences: other words, no ok after a resend, smaller buffers. */
const TEAPOT = {
  extends: 'templates/marlin-base',
  name: 'Teapot 4.18',
  buffer: { commands: 2, window: 2 },
  capabilities: { EMERGENCY_PARSER: true },
  replies: { ok: ['done'], resend: ['again '], error: ['alas: '], banner: ['Teapot on'] },
  resend: { okFollows: false },
  fingerprint: { m115: ['^FIRMWARE_NAME:Teapot 4\\.'] },
  identity: { banner: ['Teapot on'], m115: ['FIRMWARE_NAME:Teapot 4.18 EXTRUDER_COUNT:1'] },
  simulation: { unknownCommand: 'what is {code}?', duplicates: 'refused', tellsArea: false },
};

describe('a new firmware', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pandafab-profiles-'));
    cpSync(defaultProfilesDirectory, directory, { recursive: true });
    writeFileSync(join(directory, 'teapot.json'), JSON.stringify(TEAPOT));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each(['', 'resend-storm=0.01,lose-ok=0.01'])(
    'is added by a JSON file alone, recognised and printed with (faults: %j)',
    async (faults) => {
      const profiles = loadProfiles(directory);
      const bench = new Bench({ profile: findProfile(profiles, 'teapot'), profiles, faults });
      const commands = await commandsOf(fixture('cube20.gcode'));
      await bench.connect();
      expect(bench.driver.status()).toMatchObject({ firmware: 'Teapot 4.18', recognisedProfileId: 'teapot' });
      const outcome = await bench.run(commands);
      expect(outcome).toMatchObject({ outcome: 'done', exact: true, sha256: hashOf(commands) });
      expect(bench.machine.record).toMatchObject({
        sha256: outcome.sha256,
        filamentUm: outcome.filamentUm,
        bytesOverrun: 0,
      });
      expect(outcome.resends > 0).toBe(faults !== '');
    },
  );
});
