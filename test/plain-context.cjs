// The environment of the tests. Jest's own gives them a global object that answers through a Proxy, and the engine asks it
// for each `Object`, `Math` or `Map` in the code: tests that compute much took two to three times as long.
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { noteStorages } = require('./jests-storages.cjs');

/** Node's own functions return and expect these, not those of another global object. */
const NODES_OWN = ['Buffer', 'ArrayBuffer', 'Uint8Array'];
/** Node keeps 10, which are too few to find a test; each further one costs time for each error that a test expects. */
const STACK_LINES = 25;
/** From Node 25 on they complain when they are read without a file to keep things in: they are never read ahead. */
const STORAGE = /^(local|session)Storage$/;

/**
 * Gives `plain` Node's global `key`, which is read when it is used for the first time: reading one can load a part of Node.
 * @param {object} plain
 * @param {string} key
 * @param {boolean | undefined} enumerable
 */
function offer(plain, key, enumerable) {
  const shape = { configurable: true, enumerable };
  /** @param {unknown} value */
  const set = (value) => Object.defineProperty(plain, key, { ...shape, value, writable: true });
  const get = () => {
    const value = Reflect.get(globalThis, key);
    if (!STORAGE.test(key)) set(value);
    return value;
  };
  Object.defineProperty(plain, key, { ...shape, get, set });
}

/**
 * An ordinary global object of a new context, with everything that Jest's has.
 * @param {object} jests
 * @returns {any}
 */
function plainGlobal(jests) {
  const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  for (const key of Reflect.ownKeys(jests)) {
    const given = Object.getOwnPropertyDescriptor(jests, key);
    if (!given || Object.hasOwn(plain, key)) continue;
    if (typeof key === 'string' && given.get) offer(plain, key, given.enumerable);
    else Object.defineProperty(plain, key, given);
  }
  for (const key of NODES_OWN) Reflect.set(plain, key, Reflect.get(globalThis, key));
  return plain;
}

/** @typedef {new (of: any) => any} Maker */

module.exports = class PlainContext extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given);
    const plain = plainGlobal(this.global);
    plain.global = plain;
    plain.Error.stackTraceLimit = STACK_LINES;
    this.context = plain;
    this.global = plain;
    // Mocks and fake clocks belong to a global object.
    const Mocks = /** @type {Maker} */ (this.moduleMocker?.constructor);
    const Clocks = /** @type {Maker} */ (this.fakeTimersModern?.constructor);
    this.moduleMocker = new Mocks(plain);
    this.fakeTimersModern = new Clocks({ config: given[0].projectConfig, global: plain });
  }

  /** @override */
  async setup() {
    await super.setup();
    this.storages = noteStorages();
  }

  /**
   * Those of the modules that this file has loaded end with it, too.
   * @override
   */
  async teardown() {
    await super.teardown();
    this.storages?.disable();
  }
};
