import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, main, Stop } from './lib/exit.mjs';
import { runHarness } from './lib/harness.mjs';
import { say } from './lib/language.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const HELP = say(
  `npm run screenshots [-- --only PAGE,PAGE] [-- --animation]

Takes a picture of every page on a phone's size and on a desk's, some also in the dark, of a real server whose five
machines are at work: docs/screenshots/PAGE-390.png, PAGE-1440.png and PAGE-1440-dark.png. The program that makes
them small, sharp, is fetched from the npm registry into a temporary folder: nothing else needs it.

  --only PAGE,PAGE   these pages only, by the names of their pictures
  --animation        instead of pictures, a film of one print: docs/screenshots/print.webp

Exit codes: 0 taken, 1 something failed, 2 bad options.`,
  `npm run screenshots [-- --only PAGE,PAGE] [-- --animation]

Prend une image de chaque page, à la taille d’un téléphone et à celle d’un bureau, pour certaines aussi en sombre, d’un
vrai serveur dont cinq machines travaillent : docs/screenshots/PAGE-390.png, PAGE-1440.png et PAGE-1440-dark.png. Le
programme qui les rend légères, sharp, est pris dans le registre npm et mis dans un dossier temporaire : rien d’autre n’en
a besoin.

  --only PAGE,PAGE   seulement ces pages, par le nom de leurs images
  --animation        au lieu d’images, un film d’une impression : docs/screenshots/print.webp

Codes de sortie : 0 fait, 1 un échec, 2 mauvaises options.`,
);

const FOLDER = join(root, 'docs/screenshots');
const SHARP = { name: 'sharp', version: '0.35.5' };
/** Flat colours, letters and small pictures: 128 of them look like all. */
const PICTURE = { palette: true, colours: 128, dither: 0.4, effort: 10, compressionLevel: 9 };
/** Every colour is kept: flat pages are small all the same. */
const FILM = { lossless: true, effort: 6, loop: 0 };

/** @param {string} folder @returns {Promise<any>} sharp */
async function fetchSharp(folder) {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const wanted = `${SHARP.name}@${SHARP.version}`;
  const { code, output } = await run('npm', ['install', '--ignore-scripts', wanted], {
    cwd: folder,
    capture: true,
  });
  if (code !== 0) throw new Stop(output);
  return createRequire(join(folder, 'package.json'))(SHARP.name);
}

/** @param {any} sharp @param {string} taken folder of the pictures as they were taken */
async function keepPictures(sharp, taken) {
  for (const file of readdirSync(taken)) {
    const { size } = await sharp(join(taken, file)).png(PICTURE).toFile(join(FOLDER, file));
    process.stderr.write(`docs/screenshots/${file}  ${Math.ceil(size / 1000)} kB\n`);
  }
}

/** @param {any} sharp @param {string} taken folder of the frames, with how long each is shown */
async function keepFilm(sharp, taken) {
  const frames = JSON.parse(readFileSync(join(taken, 'frames.json'), 'utf8'));
  const files = frames.map(({ file }) => join(taken, file));
  const { size } = await sharp(files, { join: { animated: true } })
    .webp({ ...FILM, delay: frames.map(({ ms }) => ms) })
    .toFile(join(FOLDER, 'print.webp'));
  const seconds = frames.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  process.stderr.write(`docs/screenshots/print.webp  ${seconds} s  ${Math.ceil(size / 1000)} kB\n`);
}

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pandafab-screenshots-'));
  try {
    const sharp = await fetchSharp(folder);
    const taken = join(folder, 'taken');
    const options = process.argv.slice(2);
    const code = await runHarness('test/e2e/web/screenshots.ts', ['--to', taken, ...options]);
    if (code !== EXIT.ok) return code;
    mkdirSync(FOLDER, { recursive: true });
    await (options.includes('--animation') ? keepFilm : keepPictures)(sharp, taken);
    return EXIT.ok;
  } finally {
    rmSync(folder, { recursive: true });
  }
}, HELP);
