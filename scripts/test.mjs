import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { PROGRAMS, programFolders } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { run, withPath } from './lib/run.mjs';
import { ensureSetup } from './lib/setup.mjs';
import { countTests, slowestFiles } from './lib/test-report.mjs';

const HELP = say(
  `npm test [-- JEST-ARGUMENTS…]        every test except the long ones
npm run test:long [-- …]             the long ones (*.long.spec.ts)

Sets up what is missing, builds if the build is out of date, runs Jest with the given arguments, for example:
  npm test -- --selectProjects unit
  npm test -- libs/gcode
Shows the ten slowest files. The last line of the output is "N passed, N failed".`,
  `npm test [-- ARGUMENTS-DE-JEST…]     tous les tests, sauf les longs
npm run test:long [-- …]             les longs (*.long.spec.ts)

Prépare ce qui manque, compile si besoin, lance Jest avec les arguments donnés, par exemple :
  npm test -- --selectProjects unit
  npm test -- libs/gcode
Affiche les dix fichiers les plus lents. La dernière ligne affichée est « N passed, N failed ».`,
);

const LONG = '\\.long\\.spec\\.ts$';
/** Giving this option replaces Jest's own default, which must stay. */
const USUAL = ['--testPathIgnorePatterns=/node_modules/', `--testPathIgnorePatterns=${LONG}`];
const ONLY_LONG = [`--testPathPatterns=${LONG}`, '--passWithNoTests'];

/** Jest's workers take Node's flags over. Young objects have more room, and the garbage collector has less to do. */
const JEST = ['--max-semi-space-size=48', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];

/** @param {string} resultFile Jest's JSON */
function report(resultFile) {
  if (!existsSync(resultFile)) return void process.stdout.write('0 passed, 1 failed\n');
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  const slowest = slowestFiles(result, root);
  if (result.testResults.length > slowest.length)
    process.stdout.write(
      `${say('The slowest files:', 'Les fichiers les plus lents :')}\n${slowest.join('\n')}\n`,
    );
  process.stdout.write(`${countTests(result)}\n`);
}

async function runJest(wanted) {
  const long = wanted.includes('--long');
  const passedOn = wanted.filter((argument) => argument !== '--long');
  const scratch = mkdtempSync(join(tmpdir(), 'pandafab-jest-'));
  const resultFile = join(scratch, 'result.json');
  const toFile = ['--json', `--outputFile=${resultFile}`];
  const env = withPath(programFolders(Object.keys(PROGRAMS)));
  const args = [...JEST, ...(long ? ONLY_LONG : USUAL), ...toFile, ...passedOn];
  const { code } = await run(process.execPath, args, { env });
  report(resultFile);
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
