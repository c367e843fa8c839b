// The environment of most tests: docs/adr/0010-kept-modules.md has the reason. Jest gives each test file a global object of its own and
// loads everything again in it; here the files of a worker share Node's own, and what was loaded.
const { setFlagsFromString } = require('node:v8');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { noteStorages } = require('../jests-storages.cjs');
const keptModules = require('./load.cjs');
const { mapStack } = require('./map-stack.cjs');
const { cannotSucceed, isStory } = require('./stories.cjs');

/** Stands for Node's own global object, for which `compileFunction` has no name. */
const NODES = vm.createContext({});
const compileFunction = vm.compileFunction;
/** @type {typeof vm.compileFunction} */
vm.compileFunction = (code, params, { parsingContext, ...options } = {}) =>
  compileFunction(code, params, parsingContext === NODES ? options : { ...options, parsingContext });

/** Where Jest keeps the state of a test file. */
const OF_JEST = /jest|retry|test_timeout|event_handlers|log_errors/i;

/**
 * Notes what a test file, or Jest for it, may change of the process.
 * @returns {() => void} puts it back
 */
function noteProcess() {
  const { exit } = process;
  const { console } = globalThis;
  const { prepareStackTrace } = Error;
  const env = { ...process.env };
  return () => {
    Object.assign(process, { exit });
    Object.assign(globalThis, { console });
    Object.assign(Error, { prepareStackTrace });
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (OF_JEST.test(String(key))) Reflect.deleteProperty(globalThis, key);
  };
}

/**
 * What is used of Jest's tree of tests.
 * @typedef {import('./stories.cjs').Test} Test
 * @typedef {import('./stories.cjs').Block} Block
 */

/**
 * Forgets the tests of a file. Node keeps the test or hook in which a timer or a pipe was made, as long as that lives, and
 * with it the whole tree of its file: the servers of all tests, 50 to 150 MB.
 * @param {Block} block
 */
function forget(block) {
  for (const child of block.children) {
    if (child.type === 'describeBlock') forget(child);
    else Object.assign(child, { fn: undefined, asyncError: undefined });
  }
  for (const hook of block.hooks) Object.assign(hook, { fn: undefined, asyncError: undefined });
  Object.assign(block, { children: [], hooks: [], tests: [] });
}

/** V8 lets garbage grow far beyond what is used; Jest then replaces the worker, which loads the whole service again. */
const MUCH_BYTES = 600e6;
setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collectGarbage = vm.runInNewContext('gc');

/** @typedef {new (of: any) => any} Maker */

module.exports = class KeptModules extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given);
    this.isStory = isStory(given[1].testPath);
    this.putBack = noteProcess();
    this.context = NODES;
    this.global = /** @type {any} */ (globalThis);
    this.global.keptModules = keptModules;
    // Mocks and fake clocks belong to a global object.
    const Mocks = /** @type {Maker} */ (this.moduleMocker?.constructor);
    const Clocks = /** @type {Maker} */ (this.fakeTimersModern?.constructor);
    this.moduleMocker = new Mocks(globalThis);
    this.fakeTimersModern = new Clocks({ config: given[0].projectConfig, global: globalThis });
  }

  /**
   * Jest's own way to write a stack is in place by now.
   * @override
   */
  async setup() {
    await super.setup();
    if (Error.prepareStackTrace) Error.prepareStackTrace = mapStack(Error.prepareStackTrace);
    this.storages = noteStorages();
  }

  /**
   * @param {{ name: string, test: Test }} event
   * @param {{ rootDescribeBlock: Block }} state
   */
  handleTestEvent(event, state) {
    // The first one: by now Jest has loaded what runs the tests.
    if (event.name === 'setup') this.storages?.stop();
    if (event.name === 'test_start' && this.isStory && cannotSucceed(event.test)) event.test.mode = 'skip';
    // The last one: by now Jest has the results.
    if (event.name === 'teardown') forget(state.rootDescribeBlock);
  }

  /** @override */
  async teardown() {
    await super.teardown();
    this.putBack();
    this.storages?.disable();
    if (process.memoryUsage().heapUsed > MUCH_BYTES) collectGarbage();
  }
};
