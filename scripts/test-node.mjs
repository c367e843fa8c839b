import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { EXIT, main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { provideNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const HELP = say(
  `npm run test:node -- VERSION [JEST-ARGUMENTS…]

Runs the tests, then the demonstration once, with another version of Node: 24, 22 or 20.19, for example.
  npm run test:node -- 24
  npm run test:node -- 22 libs/gcode      only these tests, and the demonstration
That version comes from the npm registry the first time, and is kept in .data/node.`,
  `npm run test:node -- VERSION [ARGUMENTS-DE-JEST…]

Lance les tests, puis une fois la démonstration, avec une autre version de Node : 24, 22 ou 20.19, par exemple.
  npm run test:node -- 24
  npm run test:node -- 22 libs/gcode      ces tests seulement, et la démonstration
Cette version vient du registre npm la première fois, puis est gardée dans .data/node.`,
);

/** Both also find that Node first on PATH, for the programs of node_modules/.bin. */
async function testWith(program, jestArguments) {
  const data = mkdtempSync(join(tmpdir(), 'pandafab-demo-'));
  const PATH = [dirname(program), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH };
  const script = (name, ...args) => [join(root, 'scripts', name), ...args];
  const tests = await run(program, script('test.mjs', ...jestArguments), { env });
  const demo = await run(program, script('demo.mjs', '--once'), {
    env: { ...env, PORT: '0', PANDAFAB_DATA_DIR: data },
  });
  rmSync(data, { recursive: true });
  return { tests, demo };
}

await main(async () => {
  const [wanted, ...jestArguments] = process.argv.slice(2);
  if (!wanted || wanted === '--help') {
    process.stdout.write(`${HELP}\n`);
    return wanted ? EXIT.ok : EXIT.failed;
  }
  const { program, version } = await provideNode(wanted);
  process.stdout.write(`Node ${version}: ${program}\n`);
  const { tests, demo } = await testWith(program, jestArguments);
  const word = ({ code }) => (code === 0 ? say('ok', 'bon') : say('FAILED', 'ÉCHEC'));
  process.stdout.write(
    say(
      `Node ${version}: tests ${word(tests)}, demonstration ${word(demo)}\n`,
      `Node ${version} : tests ${word(tests)}, démonstration ${word(demo)}\n`,
    ),
  );
  return tests.code || demo.code;
});
