// Jest makes a storage for asynchronous work (AsyncLocalStorage) for each test file, and never disables it. Node looks
// through all of them at each promise: after a hundred files, the tests that wait much cost twice as much.
const asyncHooks = require('node:async_hooks');

const NAME = 'AsyncLocalStorage';

/**
 * Notes each storage that is made from now on.
 * @returns {{ stop(): void, disable(): void }} `stop`: notes no more; `disable`: disables those that were noted
 */
function noteStorages() {
  // A value on Node 20 and 22, a function that gives it (a getter) on Node 24.
  const usual = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(asyncHooks, NAME));
  /** @type {import('node:async_hooks').AsyncLocalStorage<unknown>[]} */
  const made = [];
  class Noted extends asyncHooks.AsyncLocalStorage {
    constructor() {
      super();
      made.push(this);
    }
  }
  const stop = () => void Object.defineProperty(asyncHooks, NAME, usual);
  Object.defineProperty(asyncHooks, NAME, { configurable: true, enumerable: true, value: Noted });
  return {
    stop,
    disable() {
      stop();
      for (const storage of made) storage.disable();
    },
  };
}

module.exports = { noteStorages };
