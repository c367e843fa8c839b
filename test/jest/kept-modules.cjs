// How test files load modules. Jest loads every module again for every test file, and the server's packages are many.
// Here a package is loaded once in a process, by Node. Each of our own files is compiled once, and executed for every
// test file, so that no test file finds what another has left in our modules.
// `jest.mock` of a package acts in our own files only.
const { statSync } = require('node:fs');
const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** By file name: the compiled file, its source map, and what tells that the file has changed since. */
const compiled = new Map();

/** Jest's types hide what a runtime consists of. @returns {any} */
const inside = (runtime) => runtime;

const stampOf = (filename) => {
  const { mtimeMs, size } = statSync(filename);
  return `${mtimeMs} ${size}`;
};

module.exports = class KeptModules extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} options */
  constructor(...options) {
    super(...options);
    const [{ transformIgnorePatterns }] = options;
    this.isPackage = new RegExp(transformIgnorePatterns[0]);
    this.compileOnce();
  }

  /** Replaces the two steps of Jest's executor, `transform` and then `compile`, by one. */
  compileOnce() {
    const { executor, transformCache } = inside(this);
    const { sourceMaps } = transformCache;
    const compileNow = (filename, options) => {
      const code = transformCache.transform(filename, options);
      return {
        run: compileFunction(code, executor.injectedModuleParameters, { filename }),
        sourceMap: sourceMaps.get(filename),
      };
    };
    executor.transformCache = { transform: (_filename, options) => options };
    executor.compile = (options, filename) => {
      const stamp = stampOf(filename);
      const known = compiled.get(filename);
      const { run, sourceMap } = known?.stamp === stamp ? known : compileNow(filename, options);
      compiled.set(filename, { run, sourceMap, stamp });
      if (sourceMap) sourceMaps.set(filename, sourceMap);
      return run;
    };
  }

  /** @override */
  requireModule(from, moduleName, options, isRequireActual) {
    const resolution = inside(this)._resolution;
    if (moduleName && !options?.isInternalModule && !resolution.isCoreModule(moduleName)) {
      const file = resolution.resolveCjs(from, moduleName);
      if (this.isPackage.test(file)) return require(file);
    }
    return super.requireModule(from, moduleName, options, isRequireActual);
  }
};
