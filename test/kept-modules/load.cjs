// Loads our sources and the packages as plain Node does: once for a worker of Jest, not again for each test file.
const { readFileSync } = require('node:fs');
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { join, relative, sep } = require('node:path');
const { transformSync } = require('@swc/core');
// Finds our libraries by their names.
require('../../scripts/lib/typescript.cjs');

const root = join(__dirname, '../..');
const OF_TESTS = /^test\/|\.spec\.tsx?$/;

/**
 * The map of each compiled file, to name lines of the source in an error.
 * @type {Map<string, string>}
 */
const maps = new Map();

/**
 * As .swcrc says, as for Jest: a package is loaded when it is used for the first time.
 * @param {any} module
 * @param {string} filename
 */
function compile(module, filename) {
  const { code, map } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    cwd: root,
    sourceMaps: true,
  });
  if (map) maps.set(filename, map);
  module._compile(code, filename);
}

Module._extensions['.ts'] = compile;

/** @param {string} filename */
const isOfTests = (filename) => OF_TESTS.test(relative(root, filename).split(sep).join('/'));

/**
 * `require` for a file of tests: Jest loads what belongs to the tests, Node everything else.
 * @param {NodeJS.Require} jests
 * @param {string} filename
 */
function requireOf(jests, filename) {
  const nodes = Module.createRequire(filename);
  /** @param {string} request */
  const load = (request) => (isOfTests(nodes.resolve(request)) ? jests(request) : nodes(request));
  return Object.assign(load, { resolve: nodes.resolve, cache: nodes.cache });
}

module.exports = { maps, requireOf };
