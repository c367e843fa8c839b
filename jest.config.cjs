const { availableParallelism, totalmem } = require('node:os');

// One project a kind of test. `npm test` sets up what they need and runs them all.
// Most test files of a worker share what Node has loaded for it: docs/adr/0010-kept-modules.md.
const kept = {
  testEnvironment: '<rootDir>/test/kept-modules/environment.cjs',
  transform: { '^.+\\.ts$': ['<rootDir>/test/kept-modules/transform.cjs'] },
};
// Files that replace a module by another, that look at what is loaded, that add an entity, or that set a variable of the
// process which a module reads when it is loaded, have modules of their own.
const own = {
  testEnvironment: '<rootDir>/test/plain-context.cjs',
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest'] },
};
const withOwnModules = [
  'apps/web/**/*.spec.ts',
  'apps/server/src/platform/content-references/content-references.spec.ts',
  'apps/server/src/platform/persistence/schema.spec.ts',
  'apps/server/src/platform/personal-data/personal-tables.spec.ts',
  'libs/gcode/src/picture/undrawn.spec.ts',
  'test/typography/terminal.spec.ts',
];
const base = {
  rootDir: __dirname,
  moduleNameMapper: { '^@pandafab/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
// Tests often wait for something: two workers keep a processor busy. Each takes up to a gigabyte, and its servers,
// agents and browsers take another one.
const PER_PROCESSOR = 2;
const BYTES_OF_A_WORKER = 2 * 2 ** 30;
const workers = Math.min(PER_PROCESSOR * availableParallelism(), Math.floor(totalmem() / BYTES_OF_A_WORKER));
// Jest's workers share a folder of this name: libs/testing/src/harness/whole-run.ts.
process.env.PANDAFAB_TEST_RUN ??= `${process.pid}-${Date.now()}`;
const project = (displayName, modules, ...globs) => ({
  ...{ ...base, ...modules, displayName },
  testMatch: globs.map((glob) => (glob.startsWith('!') ? glob : `<rootDir>/${glob}`)),
});

module.exports = {
  maxWorkers: Math.max(2, workers),
  testSequencer: '<rootDir>/test/longest-first.cjs',
  // Jest never frees all the memory that a test file used. A worker that uses more than this is replaced between two
  // files, before the garbage collector slows it down.
  workerIdleMemoryLimit: '1GB',
  // A busy computer must not make a test fail. A test that waits for an event has a shorter limit of its own.
  testTimeout: 240_000,
  projects: [
    project(
      'unit',
      kept,
      '{libs,apps}/**/*.spec.ts',
      'test/{chaos,docker,house,typography,web}/**/*.spec.ts',
      ...withOwnModules.map((glob) => `!**/${glob}`),
    ),
    project('own-modules', own, ...withOwnModules),
    project('device', kept, 'test/device/**/*.spec.ts'),
    project('contract', kept, 'test/contract/**/*.spec.ts'),
    project('medium', kept, 'test/{medium,books,activity}/**/*.spec.ts'),
    project('e2e', kept, 'test/e2e/**/*.spec.ts'),
  ],
};
