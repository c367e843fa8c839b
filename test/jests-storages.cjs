// Jest makes a storage for asynchronous work (AsyncLocalStorage) for each test file, and never disables it. Node looks
// through all of them at each promise: after a hundred files, the tests that wait much cost twice as much.
const asyncHooks = require('node:async_hooks');

/**
 * Notes each storage that is made from now on.
 * @returns {{ stop(): void, disable(): void }} `stop`: notes no more; `disable`: disables those that were noted
 */
function noteStorages() {
  const Usual = asyncHooks.AsyncLocalStorage;
  /** @type {import('node:async_hooks').AsyncLocalStorage<unknown>[]} */
  const made = [];
  class Noted extends Usual {
    constructor() {
      super();
      made.push(this);
    }
  }
  const stop = () => void Object.assign(asyncHooks, { AsyncLocalStorage: Usual });
  Object.assign(asyncHooks, { AsyncLocalStorage: Noted });
  return {
    stop,
    disable() {
      stop();
      for (const storage of made) storage.disable();
    },
  };
}

module.exports = { noteStorages };
