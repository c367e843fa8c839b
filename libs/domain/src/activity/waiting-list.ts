import type { RegistrationState } from './registration';

/** A registration, as far as the order of a waiting list is concerned. */
export interface SessionPlace {
  readonly id: string;
  readonly state: RegistrationState;
  readonly registeredAt: number;
}

/** The order of a waiting list: who registered first is first. Ids made later sort later. */
export const byRegistration = (a: SessionPlace, b: SessionPlace): number =>
  a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1);

/** Places that are free. @param capacity null: no limit */
export const freePlaces = (capacity: number | null, places: readonly SessionPlace[]): number =>
  capacity === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, capacity - places.filter(({ state }) => state === 'registered').length);

/** What a new registration becomes: it does not pass those who already wait. */
export const stateOfNew = (
  capacity: number | null,
  places: readonly SessionPlace[],
): 'registered' | 'waiting' =>
  freePlaces(capacity, places) > places.filter(({ state }) => state === 'waiting').length
    ? 'registered'
    : 'waiting';

/** Those of the waiting list who get a place now, in their order. */
export function movingUp<P extends SessionPlace>(capacity: number | null, places: readonly P[]): P[] {
  const waiting = places.filter(({ state }) => state === 'waiting').sort(byRegistration);
  return waiting.slice(0, Math.min(waiting.length, freePlaces(capacity, places)));
}

/** The place of each waiting person on the list, from 1. */
export function positions(places: readonly SessionPlace[]): ReadonlyMap<string, number> {
  const waiting = places.filter(({ state }) => state === 'waiting').sort(byRegistration);
  return new Map(waiting.map(({ id }, at) => [id, at + 1]));
}
