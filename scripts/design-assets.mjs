import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, main, Stop } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const HELP = say(
  `npm run design-assets

Writes the typeface and the icons of the pages again, into apps/web/src/design/: Inter, cut down to the characters
of French and its neighbours, and of Tabler's icons those that icon-names.json lists. Their packages are fetched
from the npm registry into a temporary folder: they are large, and building PandaFab needs none of them.`,
  `npm run design-assets

Écrit de nouveau la police et les icônes des pages, dans apps/web/src/design/ : Inter, réduite aux caractères du
français et des langues voisines, et les icônes de Tabler que nomme icon-names.json. Leurs paquets sont pris dans le
registre npm et mis dans un dossier temporaire : ils sont lourds, et compiler PandaFab n’en demande aucun.`,
);

const FOLDER = join(root, 'apps/web/src/design');
const INTER = { name: '@fontsource-variable/inter', version: '5.3.0', licence: 'OFL-1.1' };
const TABLER = { name: '@tabler/icons', version: '3.52.0', licence: 'MIT' };
const SUBSET = { name: 'subset-font', version: '2.9.0' };
const TOOLS = [INTER, TABLER, SUBSET];

const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
/** ASCII, Latin-1, the ligatures and the Ÿ of French, narrow spaces, quotes, dashes, the euro, arrows, signs of arithmetic. */
const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŸ\u2009\u202f‘’“”„–—…•‹›€←↑→↓−≈≤≥`;
/** The weights from normal to bold. */
const AXES = { wght: { min: 400, max: 700 } };

/** @param {string} folder */
async function fetchPackages(folder) {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const packages = TOOLS.map(({ name, version }) => `${name}@${version}`);
  const { code, output } = await run('npm', ['install', '--ignore-scripts', ...packages], {
    cwd: folder,
    capture: true,
  });
  if (code !== 0) throw new Stop(output);
}

/** @param {NodeJS.Require} require */
async function writeTypeface(require) {
  const whole = readFileSync(require.resolve(`${INTER.name}/files/inter-latin-wght-normal.woff2`));
  const subset = require(SUBSET.name);
  const cut = await subset(whole, CHARACTERS, { targetFormat: 'woff2', variationAxes: AXES });
  writeFileSync(join(FOLDER, 'inter.woff2'), cut);
}

/**
 * Each icon as the shapes inside an SVG of 24 × 24: those of the frame and of the wall, which come with the first page,
 * and those of the other pages.
 * @param {NodeJS.Require} require
 */
function writeIcons(require) {
  const nodes = JSON.parse(readFileSync(require.resolve(`${TABLER.name}/tabler-nodes-outline.json`), 'utf8'));
  const { first, later } = JSON.parse(readFileSync(join(FOLDER, 'icon-names.json'), 'utf8'));
  writeIconFile('icon-paths.ts', 'ICON_PATHS', nodes, first);
  writeIconFile('icon-paths-later.ts', 'LATER_ICON_PATHS', nodes, later);
}

/**
 * @param {string} file
 * @param {string} constant
 * @param {Record<string, [tag: string, attributes: { d?: string }][]>} nodes of every icon
 * @param {string[]} names of the icons to write
 */
function writeIconFile(file, constant, nodes, names) {
  const missing = names.filter((name) => !nodes[name]);
  if (missing.length > 0) throw new Stop(`${TABLER.name} has no icon named ${missing.join(', ')}.`);
  const lines = names.map((name) => {
    const paths = nodes[name].map(([tag, { d = '' }]) => (tag === 'path' ? d : ''));
    // Only paths that begin at a place of their own can be written as one.
    if (!paths.every((path) => path.startsWith('M'))) throw new Stop(`${name} cannot be one path.`);
    return `  ${JSON.stringify(name)}:\n    ${JSON.stringify(paths.join(''))},`;
  });
  const head = `// Written by \`npm run design-assets\` from Tabler's icons ${TABLER.version} (MIT): strokes on 24 × 24.`;
  const text = `${head}\nexport const ${constant} = {\n${lines.join('\n')}\n} as const;\n`;
  writeFileSync(join(FOLDER, file), text);
}

/** @param {string} folder */
function writeLicences(folder) {
  const licences = [INTER, TABLER].map(({ name, version, licence }) => ({
    ...{ name, version, licence },
    text: readFileSync(join(folder, 'node_modules', name, 'LICENSE'), 'utf8'),
  }));
  writeFileSync(join(FOLDER, 'licences.json'), `${JSON.stringify(licences, null, 2)}\n`);
}

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pandafab-design-'));
  try {
    mkdirSync(FOLDER, { recursive: true });
    await fetchPackages(folder);
    const require = createRequire(join(folder, 'package.json'));
    await writeTypeface(require);
    writeIcons(require);
    writeLicences(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const formatted = await run(
    join(root, 'node_modules/.bin/biome'),
    ['check', '--write', 'apps/web/src/design'],
    {
      capture: true,
    },
  );
  if (formatted.code !== 0) throw new Stop(formatted.output);
  return EXIT.ok;
}, HELP);
