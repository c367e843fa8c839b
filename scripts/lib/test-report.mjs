/**
 * The parts of Jest's `--json` output that are used here.
 * @typedef {object} JestResult
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites files that did not even load
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, startTime: number, endTime: number }[]} testResults times in milliseconds
 */

/**
 * A file that does not even load has no test to count: it counts as one failure.
 * @param {JestResult} result
 * @returns {string} the line that ends every test run, in one form for people and programs
 */
export function countTests(result) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const counts = [`${result.numPassedTests} passed`, `${failed} failed`];
  return [...counts, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
}

/**
 * The files that took the longest, the slowest first.
 * @param {JestResult} result
 * @param {string} root folder to which their names are relative
 * @returns {string[]} lines such as `  12.3 s  test/medium/jobs.spec.ts`
 */
export function slowestFiles({ testResults }, root, count = 10) {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name.replace(`${root}/`, '')}`);
}
