// Compiles test files, and what lies beside them, for Jest. Their `require` is that of load.cjs.
const { createTransformer } = require('@swc/jest');

/** @type {any} */
const usual = createTransformer();
/** On the first line, so that the others keep their numbers. */
const KEEP = 'require = keptModules.requireOf(require, __filename);';

/** @typedef {[source: string, path: string, options: any]} Given */

module.exports = {
  ...usual,
  /** @param {Given} given */
  process(...given) {
    const compiled = usual.process(...given);
    return { ...compiled, code: KEEP + compiled.code };
  },
  /** @param {Given} given */
  getCacheKey: (...given) => `${usual.getCacheKey(...given)}-kept`,
};
