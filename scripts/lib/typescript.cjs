// Lets plain Node run the TypeScript of the repository, as Jest does, without a build: harnesses of test/, `npm run dev`.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { join } = require('node:path');
const { transformSync, version } = require('@swc/core');

const root = join(__dirname, '../..');
const OURS = /^@pandafab\/([a-z-]+)$/;

/** @type {import('@swc/core').Options} */
const OPTIONS = {
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

// The server has two thousand files: to transform them all takes more than two seconds at each start.
const cache = join(root, 'node_modules/.cache/typescript-sources');
mkdirSync(cache, { recursive: true });

/** All that decides about the result, beside the file. */
const SETTINGS = `${version} ${JSON.stringify(OPTIONS)} ${readFileSync(join(root, '.swcrc'), 'utf8')}`;

/** By its whole content: a file that changes has another name here. */
const cachedName = (filename, source) =>
  createHash('sha256').update(`${SETTINGS} ${filename}\0`).update(source).digest('hex');

function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const file = join(cache, `${cachedName(filename, source)}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { code } = transformSync(source, { ...OPTIONS, filename });
    // Another process may read it now: it gets the whole file or none.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, code);
    renameSync(part, file);
    return code;
  }
}

Module._extensions['.ts'] = (module, filename) => module._compile(transformed(filename), filename);

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveOurs(request, ...rest) {
  const library = OURS.exec(request)?.[1];
  return resolve.call(this, library ? join(root, 'libs', library, 'src/index.ts') : request, ...rest);
};
