// Loads our sources and the packages as plain Node does: once for a worker of Jest, not again for each test file.
// Its hooks for other kinds of file have no types.
const Module = /** @type {any} */ (require('node:module'));
const { join, relative, sep } = require('node:path');
// Compiles our sources, and finds our libraries by their names.
require('../../scripts/lib/typescript.cjs');

const root = join(__dirname, '../..');
const OF_TESTS = /^test\/|\.spec\.tsx?$/;

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

module.exports = { isOfTests, requireOf };
