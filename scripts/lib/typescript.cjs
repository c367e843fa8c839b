// Lets plain Node run the TypeScript of the repository without a build: tests, their harnesses, `npm run dev`.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { basename, join, relative } = require('node:path');
const { transformSync, version } = require('@swc/core');

const root = join(__dirname, '../..');
const OURS = /^@pandafab\/([a-z-]+)$/;

// The server has two thousand files: to transform them all takes more than two seconds at each start.
const cache = join(root, 'node_modules/.cache/typescript');

/** All that decides about the result, beside the file. */
const SETTINGS = `${version} ${readFileSync(join(root, '.swcrc'), 'utf8')}`;

const digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Another process may read it now: it gets the whole file or none. A folder that cannot be written keeps nothing. */
function keep(file, text) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
}

/** What is kept for this file, or nothing. */
function kept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * JavaScript of a TypeScript file, as .swcrc says; its source map stands in its last comment but one. The last one names
 * the content from which it was made: one result is kept for each file, also for clones that share their packages.
 * @param {string} filename its absolute path
 * @returns {string}
 * @throws Error with the place of a syntax error
 */
function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const file = join(cache, `${digest(relative(root, filename))}.js`);
  const end = `\n// ${digest(SETTINGS, source)}`;
  const last = kept(file);
  if (last.endsWith(end)) return last;
  const code = transformSync(source, { filename, sourceFileName: basename(filename), cwd: root }).code + end;
  keep(file, code);
  return code;
}

Module._extensions['.ts'] = (module, filename) => module._compile(transformed(filename), filename);

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveOurs(request, ...rest) {
  const library = OURS.exec(request)?.[1];
  return resolve.call(this, library ? join(root, 'libs', library, 'src/index.ts') : request, ...rest);
};

module.exports = { transformed };
