import { cardStateOf } from './card-state';

const at = '2026-11-23T09:00:00.000Z';
const card = { id: 'a', cents: 500, createdAt: at, state: 'open' as const, isBooked: false };
const seconds = (after: number) => Date.parse(at) + after * 1000;

describe('a card payment, as its member sees it', () => {
  it('waits for ten minutes, and is late afterwards', () => {
    expect(cardStateOf(card, seconds(599))).toBe('open');
    expect(cardStateOf(card, seconds(600))).toBe('late');
  });

  it('is booked, checked by staff, or not paid', () => {
    expect(cardStateOf({ ...card, state: 'paid', isBooked: true }, seconds(9999))).toBe('booked');
    expect(cardStateOf({ ...card, state: 'paid' }, seconds(1))).toBe('unbooked');
    for (const state of ['failed', 'expired'] as const)
      expect(cardStateOf({ ...card, state }, seconds(1))).toBe('not-paid');
  });
});
