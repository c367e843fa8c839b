import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the demonstration keeps between two runs: passwords it made up, secrets that are shown once, ids.
 * In a file that only its owner reads, since the server itself keeps hashes only.
 */
export class DemoState {
  #path;

  /** @param {string} directory the demonstration's data folder */
  constructor(directory) {
    this.#path = join(directory, 'demo.json');
    this.values = existsSync(this.#path) ? JSON.parse(readFileSync(this.#path, 'utf8')) : {};
  }

  /**
   * The value kept under `key`, made and kept first where there is none.
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
    const beside = `${this.#path}.new`;
    writeFileSync(beside, `${JSON.stringify(this.values, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, this.#path);
  }
}
