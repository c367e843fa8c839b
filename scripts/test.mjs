import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { PROGRAMS, programFolders } from './lib/programs.mjs';
import { runInstalled, withPath } from './lib/run.mjs';
import { ensureSetup } from './lib/setup.mjs';

const HELP = say(
  `npm test [-- JEST-ARGUMENTS…]        every test but the long ones
npm run test:long [-- …]             the long ones (*.long.spec.ts)

Sets up what lacks, builds where stale, runs Jest with the arguments given, for example:
  npm test -- --selectProjects unit
  npm test -- libs/gcode
The last line of the output is "N passed, N failed".`,
  `npm test [-- ARGUMENTS-DE-JEST…]     tous les tests, sauf les longs
npm run test:long [-- …]             les longs (*.long.spec.ts)

Prépare ce qui manque, compile si besoin, lance Jest avec les arguments donnés, par exemple :
  npm test -- --selectProjects unit
  npm test -- libs/gcode
La dernière ligne affichée est « N passed, N failed ».`,
);

const LONG = '\\.long\\.spec\\.ts$';
/** Giving this option replaces Jest's own default, which must stay. */
const USUAL = ['--testPathIgnorePatterns=/node_modules/', `--testPathIgnorePatterns=${LONG}`];
const ONLY_LONG = [`--testPathPatterns=${LONG}`, '--passWithNoTests'];

/**
 * A file that does not even load has no test to count: it counts as one failure.
 * @param {string} resultFile Jest's JSON
 * @returns {string} the line that ends every test run, in one form for people and programs
 */
function summary(resultFile) {
  if (!existsSync(resultFile)) return '0 passed, 1 failed';
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const counts = [`${result.numPassedTests} passed`, `${failed} failed`];
  return [...counts, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
}

async function runJest(args) {
  const long = args.includes('--long');
  const passedOn = args.filter((argument) => argument !== '--long');
  const scratch = mkdtempSync(join(tmpdir(), 'pandafab-jest-'));
  const resultFile = join(scratch, 'result.json');
  const report = ['--json', `--outputFile=${resultFile}`];
  const env = withPath(programFolders(Object.keys(PROGRAMS)));
  const { code } = await runInstalled('jest', [...(long ? ONLY_LONG : USUAL), ...report, ...passedOn], {
    env,
  });
  process.stdout.write(`${summary(resultFile)}\n`);
  rmSync(scratch, { recursive: true });
  return code;
}

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  await ensureSetup('test');
  return runJest(args);
});
