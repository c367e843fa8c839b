// One project a kind of test. `npm test` sets up what they need and runs them all.
// ESM-only packages are transformed so that Jest's CommonJS loader can read them.
const esmOnly = ['aedes', 'aedes-packet', 'aedes-persistence', 'mqemitter', 'hyperid', 'uuid'];
// .swcrc says `lazy`: a package is loaded when it is used for the first time. Most tests use few of those that they import.
const base = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/plain-context.cjs',
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest'] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^@pandafab/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
// Jest's workers share a folder of this name: libs/testing/src/harness/whole-run.ts.
process.env.PANDAFAB_TEST_RUN ??= `${process.pid}-${Date.now()}`;
const project = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra });

module.exports = {
  // One more than a small computer has processors: the tests often wait for something.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/longest-first.cjs',
  // Jest never frees all the memory that a test file used, and each of our files loads the whole service. A worker that
  // uses more than this is replaced between two files, before the garbage collector slows it down.
  workerIdleMemoryLimit: '1GB',
  // A busy computer must not make a test fail. A test that waits for an event has a shorter limit of its own.
  testTimeout: 240_000,
  projects: [
    project('unit', [
      '<rootDir>/{libs,apps}/**/*.spec.ts',
      '<rootDir>/test/{chaos,docker,house,typography,web}/**/*.spec.ts',
    ]),
    project('device', ['<rootDir>/test/device/**/*.spec.ts']),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    project('medium', ['<rootDir>/test/{medium,books,activity}/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
  ],
};
