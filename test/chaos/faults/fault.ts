import type { Actor } from '../../city/actor';
import type { City } from '../city';
import { pause } from '../service';

export type Random = () => number;
/** Does harm, waits, and makes it good again. */
export type Fault = (city: City, random: Random) => Promise<void>;

export const between = (random: Random, least: number, most: number) => least + random() * (most - least);
export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
export const agents = (city: City) => city.labs.map(({ agent }) => agent);

export async function killAndStart(actor: Actor, awayMs: number): Promise<void> {
  await actor.kill();
  await pause(awayMs);
  await actor.start();
}

/** For as long as this lasts, something common to all is amiss. */
export async function during(city: City, woe: string, work: () => Promise<void>): Promise<void> {
  // Two at once would undo each other.
  if (city.woes.has(woe)) return;
  city.woes.add(woe);
  try {
    await work();
  } finally {
    city.woes.delete(woe);
  }
}
