import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** The licences of the libraries and fonts that are shipped with PandaFab but were made by others. */
export const licencesFile = join(root, 'THIRD-PARTY-LICENCES.md');

/** @typedef {{ name: string, version: string, licence: string, text: string }} Shipped */

const LICENCE_FILE = /^(licen[cs]e|copying|ofl)([.-].*)?$/i;

/** Line ends and spaces at the ends of lines differ between packages, and mean nothing. */
const tidy = (text) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

function textIn(folder) {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name));
  return files
    .sort()
    .map((name) => tidy(readFileSync(join(folder, name), 'utf8')))
    .join('\n\n');
}

/** A package that is made for one kind of computer is installed there only: its licence is that of its parent. */
const textOf = (path, { os, cpu }) => (os || cpu ? '' : textIn(join(root, path)));

/** A licence that the lock file does not name is in the package itself. */
function licenceOf(path, { license }) {
  if (license) return license;
  const description = join(root, path, 'package.json');
  const named = existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).license;
  return named || 'see its text';
}

/** The packages with which server, agent and command line run: npm's production dependencies. @returns {Shipped[]} */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, entry]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version,
      licence: entry.os || entry.cpu ? (entry.license ?? 'as its parent') : licenceOf(path, entry),
      text: textOf(path, entry),
    }));
}

/** The packages that Vite put into the pages. @returns {Shipped[]} */
const bundledPackages = () =>
  JSON.parse(readFileSync(join(root, 'dist/web/licences.json'), 'utf8')).map(
    ({ name, version, identifier, text }) => ({
      ...{ name, version, licence: identifier ?? 'see its text' },
      text: tidy(text ?? ''),
    }),
  );

/** The typeface and the icons of the pages: `npm run design-assets` writes their licences beside them. @returns {Shipped[]} */
const designAssets = () =>
  JSON.parse(readFileSync(join(root, 'apps/web/src/design/licences.json'), 'utf8')).map((one) => ({
    ...one,
    text: tidy(one.text),
  }));

const title = ({ name, version, licence }) => `${name} ${version} (${licence})`;

/** Each text once, with all packages under it. @param {Shipped[]} shipped */
function byText(shipped) {
  /** @type {Map<string, Set<string>>} */
  const texts = new Map();
  for (const one of shipped) {
    const titles = texts.get(one.text) ?? new Set();
    texts.set(one.text, titles.add(title(one)));
  }
  return [...texts].map(([text, titles]) => ({ text, titles: [...titles].sort() }));
}

/** @returns {string} the file's text, from package-lock.json and from the pages in dist/ */
export function describeLicences() {
  const shipped = [...productionPackages(), ...bundledPackages(), ...designAssets()];
  const parts = byText(shipped).sort((a, b) => (String(a.titles[0]) < String(b.titles[0]) ? -1 : 1));
  const section = ({ text, titles }) =>
    [
      `## ${titles[0]}${titles.length > 1 ? `, and ${titles.length - 1} more` : ''}`,
      titles
        .slice(1)
        .map((name) => `- ${name}`)
        .join('\n'),
      text
        ? `\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``
        : 'This package holds no text of its licence.',
    ]
      .filter(Boolean)
      .join('\n\n');
  return [
    '# Licences of others',
    'PandaFab is under the MIT licence ([LICENSE](LICENSE)). It is shipped with the packages below: what server, agent and\ncommand line need to run, the fonts of its documents (dejavu-fonts-ttf), and what the pages hold, with their typeface and icons. Written by\n`npm run licences`; `npm run check` says when it is not current.',
    ...parts.map(section),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
