import { pause } from '../lib/wait.mjs';
import { PARTS } from './parts.mjs';
import { partPath } from './seed-past.mjs';

/** Between two looks at the labs. */
const LOOK_MS = 3000;
/** So many jobs wait in each lab. */
const WAITING = 3;
/** How long a part lies on a bed before a member of the lab's staff takes it away. */
const CLEARED_AFTER_MS = 20_000;
/** Its beds are left to the person who looks at the demonstration. */
const LEFT_TO_THE_VISITOR = 'serial';
/** Who submits, one after the other. */
const MAKERS = ['camille', 'lina', 'noa', 'ecole'];

/**
 * Keeps both labs at work as people would: files come in, and parts are taken off the beds, except of one machine,
 * which waits for the visitor.
 */
export class BusyLabs {
  #network;
  #directory;
  #submitted = 0;
  /** When a part was first seen on a machine's bed, by the machine's key. */
  #seenAt = new Map();

  /** @param {object} network from `openNetwork` @param {string} directory where the parts are */
  constructor(network, directory) {
    this.#network = network;
    this.#directory = directory;
  }

  /** Goes on until the process ends. What fails now is tried again later: the demonstration must not end by it. */
  async goOn() {
    for (;;) {
      await this.#look().catch(() => undefined);
      await pause(LOOK_MS);
    }
  }

  async #look() {
    for (const [key, machine] of Object.entries(this.#network.machines)) await this.#clearBed(key, machine);
    for (const lab of Object.values(this.#network.labs)) await this.#fillQueue(lab);
  }

  async #clearBed(key, { id }) {
    const { admin } = this.#network;
    const { bed } = await admin.get(`/api/v1/machines/${id}`);
    if (bed !== 'occupied' || key === LEFT_TO_THE_VISITOR) return void this.#seenAt.delete(key);
    const seenAt = this.#seenAt.get(key) ?? Date.now();
    this.#seenAt.set(key, seenAt);
    if (Date.now() - seenAt > CLEARED_AFTER_MS) await admin.post(`/api/v1/machines/${id}/bed-clear`);
  }

  async #fillQueue(lab) {
    const { admin, people, machines } = this.#network;
    const { total } = await admin.get(`/api/v1/jobs?labId=${lab.id}&state=queued&limit=1`);
    const materials = Object.values(machines).flatMap(({ labId, material }) =>
      labId === lab.id ? [material] : [],
    );
    // A part that stops for another colour asks the lab's staff where the visitor looks first.
    const isFirst = lab.id === this.#network.labs.fontaine.id;
    const parts = PARTS.filter(
      ({ material, changesFilament }) => materials.includes(material) && (isFirst || !changesFilament),
    );
    for (let waiting = total; waiting < WAITING; waiting++) {
      const number = this.#submitted++;
      const { memberId } = people[MAKERS[number % MAKERS.length]];
      const part = parts[number % parts.length];
      await admin.upload('/api/v1/jobs', partPath(this.#directory, part), { labId: lab.id, memberId });
    }
  }
}
