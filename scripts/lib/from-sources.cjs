// For `npm run dev`: a program that would run from dist/ runs from its source, so that nothing has to be built.
const { existsSync } = require('node:fs');
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { join, relative } = require('node:path');
require('./typescript.cjs');

const root = join(__dirname, '../..');
const BUILT = /^dist\/((?:apps|libs)\/.*)\.js$/;

function sourceOf(request) {
  const path = BUILT.exec(relative(root, request))?.[1];
  const source = path && join(root, `${path}.ts`);
  return source && existsSync(source) ? source : request;
}

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveSource(request, ...rest) {
  return resolve.call(this, sourceOf(request), ...rest);
};
