import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transportFor } from '@pandafab/machine-host';

const thrownBy = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it threw nothing');
};

const asyncHooks = require('node:async_hooks') as typeof import('node:async_hooks');
const NAME = 'AsyncLocalStorage';
const usual = Object.getOwnPropertyDescriptor(asyncHooks, NAME) as PropertyDescriptor;
afterEach(() => Object.defineProperty(asyncHooks, NAME, usual));

describe('what is loaded once for all test files of a worker', () => {
  it('is what plain Node has loaded, and belongs to the same global object as the test', () => {
    const nodes = createRequire(__filename);
    expect(nodes('../../libs/machine-host/src/index.ts').transportFor).toBe(transportFor);
    expect(thrownBy(() => transportFor('', { baudRate: 0 }))).toBeInstanceOf(Error);
  });

  it('names the lines of its sources in an error', () => {
    const { stack = '' } = thrownBy(() => transportFor('', { baudRate: 0 }));
    const place = /\((\/[^:)]*\.ts):(\d+):\d+\)/.exec(
      stack.split('\n').find((line) => line.includes('libs/')) ?? '',
    );
    const [, file = '', line] = place ?? [];
    expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toMatch(/throw|new Fault|Error\(/);
  });

  it.each([
    ['20', (value: unknown) => ({ value, writable: true })],
    ['24', (value: unknown) => ({ get: () => value })],
  ])(
    'does not slow down later files by the storages that Jest made for this one, as on Node %s',
    (_, given) => {
      const { noteStorages } = require('../jests-storages.cjs') as {
        noteStorages(): { stop(): void; disable(): void };
      };
      const shape = { configurable: true, enumerable: true };
      Object.defineProperty(asyncHooks, NAME, { ...shape, ...given(asyncHooks.AsyncLocalStorage) });
      const noted = noteStorages();
      const made = new asyncHooks.AsyncLocalStorage<string>();
      noted.stop();
      const later = new asyncHooks.AsyncLocalStorage<string>();
      const stores = () => [made.getStore(), later.getStore()];
      made.run('of this file', () =>
        later.run('of the service', () => {
          expect(stores()).toEqual(['of this file', 'of the service']);
          noted.disable();
          expect(stores()).toEqual([undefined, 'of the service']);
        }),
      );
    },
  );

  it('is the same for every file: only one with modules of its own sets a variable or adds an entity', () => {
    const { projects } = require('../../jest.config.cjs') as {
      projects: { displayName: string; testMatch: string[] }[];
    };
    const own = projects.find(({ displayName }) => displayName === 'own-modules')?.testMatch ?? [];
    const changes = [/\bprocess\.env(\.\w+|\[[^\]]+\]) (\?\?|\|\|)?=(?!=)/, /^@Entity\(/m];
    const others = ['apps', 'libs', 'test']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => file.endsWith('.ts') && /^test\/|\.spec\./.test(file))
      .filter((file) => changes.some((change) => change.test(readFileSync(file, 'utf8'))))
      .filter((file) => !own.includes(`<rootDir>/${file}`));
    expect(own).not.toEqual([]);
    expect(others).toEqual([]);
  });
});

describe('a story of the browser', () => {
  const { cannotSucceed, isStory } =
    require('../kept-modules/stories.cjs') as typeof import('../kept-modules/stories.cjs');
  /** The steps of one block; true stands for a step that has an error. */
  const skipped = (...failed: boolean[]): boolean[] => {
    const parent: import('../kept-modules/stories.cjs').Block = {
      ...{ type: 'describeBlock', children: [], hooks: [] },
    };
    const steps = failed.map((has) => ({ type: 'test' as const, errors: has ? ['an error'] : [], parent }));
    parent.children = steps;
    return steps.map(cannotSucceed);
  };

  it('ends at its first failed step', () => {
    expect(skipped(false, false)).toEqual([false, false]);
    expect(skipped(false, true, false)).toEqual([true, false, true]);
  });

  it('whose beforeAll fails has failed: no step is skipped, so that the error is told', () => {
    expect(skipped(true, true, true)).toEqual([false, false, false]);
  });

  it('is in the files of stories, in no other', () => {
    const of = (path: string) => isStory(`/somewhere/test/${path}`);
    expect(
      ['e2e/web/stories-of-money.spec.ts', 'e2e/web/pages.spec.ts', 'medium/people.spec.ts'].map(of),
    ).toEqual([true, false, false]);
  });
});
