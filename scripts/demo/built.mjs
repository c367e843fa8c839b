import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');

/** The server's own modules, as they were built; under `npm run dev`, from their sources. */
export const server = {
  /** @param {string} file of the server, without its ending */
  load: (file) => require(join(root, 'dist/apps/server/src', `${file}.js`)),
  /** @param {string} name of a library */
  library: (name) => require(join(root, 'dist/libs', name, 'src/index.js')),
};
