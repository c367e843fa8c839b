import { isOpenToMarks, peopleOf, type Registration, standingOf } from './session';

jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

const at = (time: string) => Date.parse(`2026-12-01T${time}:00Z`);
const session = {
  ...{ from: '2026-12-01T14:00:00Z', until: '2026-12-01T16:00:00Z' },
  ...{ kind: 'course' as const, state: 'planned' as const, capacity: 2, registered: 1 },
};
const person = (id: string, changes: Partial<Registration>): Registration =>
  ({ id, memberId: id, state: 'registered', attendance: null, position: null, ...changes }) as Registration;

describe('a session', () => {
  it('is full when all places are taken, and waits to be noted as held when it is over', () => {
    expect(standingOf(session, at('10:00'))).toBe('planned');
    expect(standingOf({ ...session, registered: 2 }, at('10:00'))).toBe('full');
    expect(standingOf({ ...session, capacity: null, registered: 99 }, at('10:00'))).toBe('planned');
    expect(standingOf({ ...session, kind: 'appointment', registered: 2 }, at('10:00'))).toBe('planned');
    expect(standingOf({ ...session, registered: 2 }, at('16:01'))).toBe('toNote');
    expect(standingOf({ ...session, state: 'held' }, at('16:01'))).toBe('held');
    expect(standingOf({ ...session, state: 'cancelled' }, at('10:00'))).toBe('cancelled');
  });

  it('takes attendance from one hour before', () => {
    expect(isOpenToMarks(session, at('12:59'))).toBe(false);
    expect(isOpenToMarks(session, at('13:00'))).toBe(true);
    expect(isOpenToMarks({ ...session, state: 'cancelled' }, at('15:00'))).toBe(false);
  });
});

describe('the people of a session', () => {
  it('are sorted into places, waiting list and cancelled', () => {
    const people = peopleOf([
      person('c', { state: 'waiting', position: 2 }),
      person('a', { attendance: 'present', inductionGiven: false }),
      person('b', { state: 'waiting', position: 1 }),
      person('d', { state: 'cancelled' }),
      person('e', {}),
      person('f', { attendance: 'present', inductionGiven: true }),
    ]);
    const ids = (all: readonly Registration[]) => all.map(({ id }) => id).join('');
    expect(ids(people.registered)).toBe('aef');
    expect(ids(people.waiting)).toBe('bc');
    expect(ids(people.cancelled)).toBe('d');
    expect(ids(people.notNoted)).toBe('e');
    expect(ids(people.withoutInduction)).toBe('a');
  });

  it('counts an erased person, about whom nothing more can be noted', () => {
    const people = peopleOf([
      person('a', { memberId: null }),
      person('b', { memberId: null, attendance: 'present' }),
    ]);
    expect(people.registered).toHaveLength(2);
    expect([...people.notNoted, ...people.withoutInduction]).toEqual([]);
  });
});
