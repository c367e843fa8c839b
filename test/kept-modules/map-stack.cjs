// Names the lines of our sources in the stack of an error. Jest does it for the files that it has compiled itself.
const { SourceMap } = require('node:module');
const { maps } = require('./load.cjs');

/** @type {Map<string, SourceMap>} */
const read = new Map();

/** @param {string} filename */
function mapOf(filename) {
  const text = maps.get(filename);
  if (text && !read.has(filename)) read.set(filename, new SourceMap(JSON.parse(text)));
  return read.get(filename);
}

const IN_A_PACKAGE = /^node:|[\\/]node_modules[\\/]/;

/**
 * A place in a package, which Jest then writes as Node does. It looks for the source of all others, and Playwright asks
 * for a stack at each of its calls.
 * @param {NodeJS.CallSite} place
 * @returns {any}
 */
const withoutSource = (place) => ({ isNative: () => true, toString: () => place.toString() });

/**
 * The same place of the code, as the source has it.
 * @param {NodeJS.CallSite} place
 * @returns {NodeJS.CallSite}
 */
function inSource(place) {
  if (IN_A_PACKAGE.test(place.getFileName() ?? '')) return withoutSource(place);
  const [line, column] = [place.getLineNumber() ?? 1, place.getColumnNumber() ?? 1];
  const found = mapOf(place.getFileName() ?? '')?.findEntry(line - 1, column - 1);
  if (!found || !('originalLine' in found)) return place;
  const { originalLine, originalColumn } = found;
  const told = { getLineNumber: () => originalLine + 1, getColumnNumber: () => originalColumn + 1 };
  return new Proxy(place, {
    get(target, name) {
      const method = Reflect.get(told, name) ?? Reflect.get(target, name);
      return typeof method === 'function' ? method.bind(target) : method;
    },
  });
}

/** @typedef {NonNullable<typeof Error.prepareStackTrace>} Format */

/**
 * @param {Format} format how a stack is written
 * @returns {Format} the same with the lines of the sources
 */
const mapStack = (format) => (error, places) => format(error, places.map(inSource));

module.exports = { mapStack };
