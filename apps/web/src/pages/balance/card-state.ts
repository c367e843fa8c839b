import type { Schemas } from '../../api/client';

/** For how long the page waits for the message of the card service. */
const CONFIRMED_WITHIN_MS = 10 * 60_000;

export type ShownCardState = 'open' | 'late' | 'booked' | 'unbooked' | 'not-paid';

/** What a member is told of a card payment; `now` in milliseconds since the epoch. */
export function cardStateOf(
  { state, isBooked, createdAt }: Schemas['OwnCardPayment'],
  now: number,
): ShownCardState {
  if (isBooked) return 'booked';
  if (state === 'paid') return 'unbooked';
  if (state !== 'open') return 'not-paid';
  return now - Date.parse(createdAt) < CONFIRMED_WITHIN_MS ? 'open' : 'late';
}
