import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, main } from '../lib/exit.mjs';
import { say } from '../lib/language.mjs';
import { root } from '../lib/root.mjs';
import { runInstalled } from '../lib/run.mjs';
import groups from './groups.cjs';

const HELP = say(
  `npm run house

Draws into docs/architecture.md which groups of the server import which.`,
  `npm run house

Dessine dans docs/architecture.md quels groupes du serveur importent lesquels.`,
);
const PAGE = join(root, 'docs/architecture.md');
const BEGIN = '<!-- Drawn by `npm run house`: what the groups of the server import. -->';
const END = '<!-- End of what is drawn. -->';

/** @returns {Promise<Set<string>>} `production money` where a file of the first group imports one of the second */
async function readArrows() {
  const only = `^${groups.SERVER}/`;
  const { code, output } = await runInstalled(
    'depcruise',
    [groups.SERVER, '--include-only', only, '--output-type', 'json'],
    { capture: true },
  );
  if (code > 0 && !output.startsWith('{')) throw new Error(output);
  /** @type {{ modules: { source: string, dependencies: { resolved: string }[] }[] }} */
  const { modules } = JSON.parse(output);
  const groupOf = (/** @type {string} */ file) => file.slice(groups.SERVER.length + 1).split('/')[0] ?? '';
  const isTest = (/** @type {string} */ file) => file.endsWith('.spec.ts');
  return new Set(
    modules
      .filter(({ source }) => !isTest(source))
      .flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => [groupOf(source), groupOf(resolved)]),
      )
      .filter(([from, to]) => from !== to)
      .map((arrow) => arrow.join(' ')),
  );
}

/** The groups as a Mermaid flowchart, the highest first. */
export async function drawGroups() {
  const arrows = await readArrows();
  const order = groups.levels.flat();
  const lines = order.flatMap((from) =>
    order.filter((to) => arrows.has(`${from} ${to}`)).map((to) => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

/** The page with the drawing as the code is now. @param {string} page @param {string} drawing */
function withDrawing(page, drawing) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the drawing`);
  return `${before}${BEGIN}\n\n${drawing}\n\n${END}${after}`;
}

/** @returns {Promise<boolean>} whether docs/architecture.md shows the groups as they are */
export async function drawingIsCurrent() {
  const page = readFileSync(PAGE, 'utf8');
  return page === withDrawing(page, await drawGroups());
}

if (import.meta.filename === process.argv[1])
  await main(async () => {
    writeFileSync(PAGE, withDrawing(readFileSync(PAGE, 'utf8'), await drawGroups()));
    return EXIT.ok;
  }, HELP);
