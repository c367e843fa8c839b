// How test files load modules. Jest loads every module anew for every test file: the server's packages took half of the
// time of a short test. Here a package is loaded once in a process, by Node, and each of our own files is compiled once
// and executed for every test file, so that no test file finds what another has left in our modules.
// `jest.mock` of a package acts in our own files only.
const { statSync } = require('node:fs');
const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** By file name: the compiled file, its source map, and what tells that the file has changed since. */
const compiled = new Map();

const stampOf = (filename) => {
  const { mtimeMs, size } = statSync(filename);
  return `${mtimeMs} ${size}`;
};

module.exports = class KeptModules extends Runtime {
  constructor(config, ...others) {
    super(config, ...others);
    this.isPackage = new RegExp(config.transformIgnorePatterns[0]);
    this.compileOnce();
  }

  /** Replaces the two steps of Jest's executor, `transform` and then `compile`, by one. */
  compileOnce() {
    const { executor, transformCache } = this;
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

  requireModule(from, moduleName, options, isRequireActual) {
    if (moduleName && !options?.isInternalModule && !this._resolution.isCoreModule(moduleName)) {
      const file = this._resolution.resolveCjs(from, moduleName);
      if (this.isPackage.test(file)) return require(file);
    }
    return super.requireModule(from, moduleName, options, isRequireActual);
  }
};
module.exports.default = module.exports;
