import fc from 'fast-check';
import { freeSlots } from './free-slots';

const HOUR = 3_600_000;
const span = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });
const hours = (slots: readonly { readonly from: number }[]) => slots.map(({ from }) => from / HOUR);
const all = { open: null, taken: [], length: HOUR, earliest: 0, latest: 1e12 };

describe('the free slots of a trainer', () => {
  it('follow one another from the beginning of the hours, and none is cut', () => {
    expect(hours(freeSlots({ ...all, hours: [span(9, 12.5)] }))).toEqual([9, 10, 11]);
    expect(hours(freeSlots({ ...all, hours: [span(14, 16), span(9, 10)] }))).toEqual([9, 14, 15]);
    expect(hours(freeSlots({ ...all, hours: [span(9, 10.5), span(10.5, 12)] }))).toEqual([9, 10.5]);
  });

  it('are those inside the opening hours, and outside other sessions', () => {
    const facts = { ...all, hours: [span(9, 14)], open: [span(10, 12), span(12.5, 14)] };
    expect(hours(freeSlots(facts))).toEqual([10, 11, 13]);
    expect(hours(freeSlots({ ...facts, taken: [span(10.5, 10.6)] }))).toEqual([11, 13]);
  });

  it('stay where they are when one is taken', () => {
    const facts = { ...all, hours: [span(9, 13)] };
    expect(hours(freeSlots({ ...facts, taken: [span(9, 10)] }))).toEqual([10, 11, 12]);
  });

  it('begin between the first and the last beginning that can be booked', () => {
    expect(
      hours(freeSlots({ ...all, hours: [span(9, 13)], earliest: 9.5 * HOUR, latest: 11 * HOUR })),
    ).toEqual([...[10, 11]]);
  });

  const spans = fc.array(
    fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 20 }))
      .map(([from, long]) => span(from / 4, (from + long) / 4)),
    { maxLength: 8 },
  );

  it('never overlap one another or a session, and are inside both calendars', () => {
    fc.assert(
      fc.property(
        ...([spans, fc.option(spans), spans, fc.integer({ min: 1, max: 8 })] as const),
        (offered, open, taken, quarters) => {
          const length = (quarters * HOUR) / 4;
          const slots = freeSlots({ ...all, hours: offered, open, taken, length });
          const touches = (a: { from: number; until: number }, b: { from: number; until: number }) =>
            a.from < b.until && b.from < a.until;
          const covers = (
            calendar: readonly { from: number; until: number }[],
            slot: (typeof slots)[number],
          ) => {
            for (let quarter = slot.from; quarter < slot.until; quarter += HOUR / 4)
              if (!calendar.some(({ from, until }) => from <= quarter && quarter < until)) return false;
            return true;
          };
          const isWrong = (slot: (typeof slots)[number], at: number) =>
            slot.until - slot.from !== length ||
            slots.slice(at + 1).some((other) => touches(slot, other)) ||
            taken.some((other) => touches(slot, other)) ||
            !covers(offered, slot) ||
            (open !== null && !covers(open, slot));
          expect(slots.filter(isWrong)).toEqual([]);
        },
      ),
    );
  });
});
