import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The values that the demonstration keeps between two runs: passwords it made up, secrets that are shown once, ids.
 * In a file that only its owner can read, since the server keeps hashes only.
 */
export class DemoState {
  #path;

  /** @param {string} directory the demonstration's data folder */
  constructor(directory) {
    this.#path = join(directory, 'demo.json');
    this.values = existsSync(this.#path) ? JSON.parse(readFileSync(this.#path, 'utf8')) : {};
  }

  /**
   * The value stored under `key`; where there is none, it is made and stored first.
   * @template T
   * @param {string} key
   * @param {() => Promise<T> | T} make
   * @returns {Promise<T>}
   */
  async keep(key, make) {
    if (this.values[key] === undefined) {
      this.set(key, await make());
    }
    return this.values[key];
  }

  /** @param {string} key @param {unknown} value */
  set(key, value) {
    this.values[key] = value;
    this.#save();
  }

  #save() {
    const temporary = `${this.#path}.new`;
    writeFileSync(temporary, `${JSON.stringify(this.values, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#path);
  }
}
