// Names the lines of our sources in the stack of an error. Jest does it for the files that it has compiled itself.
const { SourceMap } = require('node:module');
const { transformed } = require('../../scripts/lib/typescript.cjs');
const { isOfTests } = require('./load.cjs');

const MAP = /\/\/# sourceMappingURL=data:application\/json;base64,(.+)/;

/** @type {Map<string, SourceMap | undefined>} */
const read = new Map();

/** @param {string} filename */
function readMap(filename) {
  const [, inBase64] = MAP.exec(transformed(filename)) ?? [];
  return inBase64 ? new SourceMap(JSON.parse(Buffer.from(inBase64, 'base64').toString())) : undefined;
}

/** @param {string} filename */
function mapOf(filename) {
  if (!filename.endsWith('.ts') || isOfTests(filename)) return undefined;
  if (!read.has(filename)) read.set(filename, readMap(filename));
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
