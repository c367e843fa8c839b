import type { Actor } from '../../city/actor';
import type { City } from '../city';
import { pause } from '../service';

export type Random = () => number;
/** Makes a fault, waits, and removes it again. */
export type Fault = (city: City, random: Random) => Promise<void>;

export const between = (random: Random, least: number, most: number) => least + random() * (most - least);
export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
export const agents = (city: City) => city.labs.map(({ agent }) => agent);

export async function killAndStart(actor: Actor, awayMs: number): Promise<void> {
  await actor.kill();
  await pause(awayMs);
  await actor.start();
}

/** During `work`, something that all processes need does not work. */
export async function during(city: City, trouble: string, work: () => Promise<void>): Promise<void> {
  // Two such faults at the same time would end each other.
  if (city.troubles.has(trouble)) return;
  city.troubles.add(trouble);
  try {
    await work();
  } finally {
    city.troubles.delete(trouble);
  }
}
