import { countTests, slowestFiles } from '../../scripts/lib/test-report.mjs';

const file = (name: string, seconds: number) => ({
  name: `/here/${name}`,
  startTime: 1000,
  endTime: 1000 + seconds * 1000,
});
const result = {
  ...{
    numPassedTests: 7,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 0,
    numTodoTests: 2,
  },
  testResults: [file('a.spec.ts', 1.5), file('b.spec.ts', 20), file('c.spec.ts', 3)],
};

describe('the report of a test run', () => {
  it('counts a file that did not load as a failure', () => {
    expect(countTests(result)).toBe('7 passed, 2 failed, 2 skipped');
    expect(countTests({ ...result, numTodoTests: 0 })).toBe('7 passed, 2 failed');
  });

  it('shows the slowest files, the slowest first', () => {
    expect(slowestFiles(result, '/here', 2)).toEqual(['   20.0 s  b.spec.ts', '    3.0 s  c.spec.ts']);
  });
});
