import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import { FakeClock } from '@pandafab/testing';
import { createStreamingDriver } from '../driver/create-streaming-driver';
import type { CommandSource } from '../source/command-source';
import type { Link, Transport } from '../transport';
import type { Work } from '../work';
import type { Dialect, Heaters } from './dialect';
import { dialectOf } from './dialect-of';

const profile = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2-no-emergency-parser');
const marlin = dialectOf(profile);

/** A laser with its own commands and no heaters. */
const NO_HEATERS: Heaters = {
  forget: () => undefined,
  hasTools: () => undefined,
  hasCapability: () => undefined,
  follow: () => undefined,
  learn: () => [],
  onSwitchedOff: () => undefined,
  ...{ reports: 0, off: [], areNone: true, areOff: true },
};
const laser: Dialect = {
  ...marlin,
  identify: 'WHO',
  readTemperatures: 'WARM?',
  zeroLineNumbers: 'N0 ZERO*0',
  interrupt: 'GO ON',
  reportTemperatures: () => 'TELL',
  answerPrompt: (button) => `PRESS ${button}`,
  createHeaters: () => NO_HEATERS,
  createPausePlanner: () => ({
    follow: () => undefined,
    plan: () => ({ parking: ['LIFT'], warming: [], waits: [], returning: ['LOWER'] }),
  }),
  formOf: (command) => command,
  specialOf: () => null,
};
const quiet = {
  ...profile,
  framing: { ...profile.framing, checksum: 'none' as const },
  capabilities: { ...profile.capabilities, AUTOREPORT_TEMP: true },
  scripts: { ...profile.scripts, cancel: [], finish: ['END'], heatersOff: [], release: [] },
};

/** Answers every command with an ok, and records it without its number and checksum. */
class Obedient implements Transport {
  readonly heard: string[] = [];

  async open(onBytes: (bytes: Uint8Array) => void): Promise<Link> {
    return {
      write: (bytes) => {
        for (const line of Buffer.from(bytes).toString('latin1').split('\n')) this.answer(line, onBytes);
        return true;
      },
      close: () => undefined,
    };
  }

  private answer(line: string, onBytes: (bytes: Uint8Array) => void): void {
    const command = line.replace(/^N\d+ /, '').replace(/\*\d+$/, '');
    if (command === '') return;
    this.heard.push(command);
    onBytes(Buffer.from(command === 'WARM?' ? 'ok T:20.0 /0.0\n' : 'ok\n'));
  }
}

/** Commands from memory. */
function cuts(commands: readonly string[]): CommandSource {
  const rest = [...commands];
  return {
    ...{ totalBytes: commands.length, line: 0, onReady: null, error: null, close: async () => undefined },
    get offset() {
      return commands.length - rest.length;
    },
    next: () => rest.shift() ?? null,
  };
}

const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };
const workOf = (commands: readonly string[]): Work => ({
  ...{ file: '', policy: guardPolicyOf(quiet, NO_LIMITS), openLines: async () => cuts(commands) },
});

describe('a dialect', () => {
  it('contains every command that a driver sends by itself: with another dialect it drives another machine', async () => {
    const clock = new FakeClock();
    const transport = new Obedient();
    const log = { info: () => undefined, warn: () => undefined };
    const driver = createStreamingDriver({ transport, profile: quiet, dialect: laser, clock, log });
    const settled = async <T>(promise: Promise<T>): Promise<T> => {
      let over = false;
      promise.finally(() => (over = true)).catch(() => undefined);
      await clock.runUntil(() => over);
      return promise;
    };
    await settled(driver.connect());
    const run = driver.run(workOf(['CUT 1', 'CUT 2']), {
      progress: () => undefined,
      paused: () => driver.resume(),
      resumed: () => undefined,
    });
    driver.pause();
    expect(await settled(run)).toMatchObject({ outcome: 'done', linesSent: 2 });
    expect(driver.status()).toMatchObject({ state: 'ready', heatersUnknown: false });
    await settled(driver.disconnect());
    const words = transport.heard.filter((word, index) => word !== transport.heard[index - 1]);
    expect(words.slice(0, 3)).toEqual(['WHO', 'TELL', 'WARM?']);
    expect(words.filter((word) => word !== 'WARM?').slice(2)).toEqual([
      ...['ZERO', 'LIFT', 'LOWER', 'CUT 1', 'CUT 2', 'END'],
    ]);
  });

  it.each(['driver', 'streamer'])(
    'is the only source of commands for the files of %s/: none names a command',
    (folder) => {
      const directory = join(__dirname, '..', folder);
      const sources = readdirSync(directory).filter((name) => !name.endsWith('.spec.ts'));
      const naming = sources.filter((name) => {
        const text = readFileSync(join(directory, name), 'utf8');
        return /\b[GM]\d{1,3}\b/.test(text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, ''));
      });
      expect(sources.length).toBeGreaterThan(5);
      expect(naming).toEqual([]);
    },
  );
});
