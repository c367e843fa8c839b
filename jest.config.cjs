// One project a kind of test. `npm test` sets up what they need and runs them all.
// ESM-only packages are transformed so that Jest's CommonJS loader can read them.
const esmOnly = ['aedes', 'aedes-packet', 'aedes-persistence', 'mqemitter', 'hyperid', 'uuid'];
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest'] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^@pandafab/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
const project = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra });

module.exports = {
  maxWorkers: 2,
  // Jest never frees all that a test file has loaded, and each of ours loads the whole service: a worker that has grown is
  // replaced between two files, before it collects garbage all the time.
  workerIdleMemoryLimit: '1GB',
  // A computer that is busy is no failure; what waits in vain says so sooner by itself.
  testTimeout: 120_000,
  projects: [
    project('unit', [
      '<rootDir>/{libs,apps}/**/*.spec.ts',
      '<rootDir>/test/{chaos,docker,typography,web}/**/*.spec.ts',
    ]),
    project('device', ['<rootDir>/test/device/**/*.spec.ts']),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    project('medium', ['<rootDir>/test/medium/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
  ],
};
