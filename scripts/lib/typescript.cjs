// Lets plain Node run the TypeScript of the repository, as Jest does, without a build: harnesses of test/, `npm run dev`.
const { readFileSync } = require('node:fs');
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../..');
const OURS = /^@pandafab\/([a-z-]+)$/;

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveOurs(request, ...rest) {
  const library = OURS.exec(request)?.[1];
  return resolve.call(this, library ? join(root, 'libs', library, 'src/index.ts') : request, ...rest);
};
