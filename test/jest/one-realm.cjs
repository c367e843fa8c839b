// The environment of a test file: the globals of its process, where Jest's own environment makes a V8 context with
// globals of its own. One package can so serve all test files (see kept-modules.cjs), and `instanceof` answers as it
// does in production. After each file, what it changed in the process is put back.
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const propertiesOf = (object) =>
  new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));

/** A property that computes its value, such as `fetch` before its first use, stays as it is. */
function putBackProperties(object, before) {
  for (const key of Reflect.ownKeys(object)) if (!before.has(key)) Reflect.deleteProperty(object, key);
  for (const [key, property] of before) {
    const isOther = 'value' in property && !Object.is(object[key], property.value);
    if (isOther || !Object.hasOwn(object, key)) Reflect.defineProperty(object, key, property);
  }
}

function putBackVariables(before) {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  for (const [name, value] of Object.entries(before))
    if (process.env[name] !== value) process.env[name] = value;
}

const listenersOf = () => new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));

/** A package's listener for the end of the process stays: the package is not loaded again. */
function putBackListeners(before) {
  for (const [name, listeners] of listenersOf()) {
    if (name === 'exit' || name === 'beforeExit') continue;
    for (const listener of listeners)
      if (!before.get(name)?.includes(listener))
        process.removeListener(name, /** @type {() => void} */ (listener));
  }
}

/** @returns {() => void} puts back what has changed in this process since the call */
function rememberProcess() {
  const globals = propertiesOf(globalThis);
  const own = propertiesOf(process);
  const variables = { ...process.env };
  const listeners = listenersOf();
  const directory = process.cwd();
  return () => {
    putBackProperties(globalThis, globals);
    putBackProperties(process, own);
    putBackVariables(variables);
    putBackListeners(listeners);
    process.exitCode = undefined;
    process.chdir(directory);
  };
}

module.exports = class OneRealm {
  constructor({ projectConfig: config }) {
    this.putBack = rememberProcess();
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    const options = { config, global: globalThis, moduleMocker: this.moduleMocker, timerConfig };
    this.fakeTimers = new LegacyFakeTimers(options);
    this.fakeTimersModern = new ModernFakeTimers(options);
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.putBack();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** No context of its own; kept-modules.cjs therefore compiles. */
  getVmContext() {
    return null;
  }
};
