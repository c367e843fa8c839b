import type { Member } from '../../api/queries';
import { changedFields, formerFields, memberBody, memberFields } from './member-fields';

// This module asks the browser for its language when it is loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

const member = {
  ...{ id: 'zoe', displayName: 'Zoé', email: 'zoe@example.org', phone: null, category: 'non-resident' },
  ...{ homeLabId: null, guardianId: 'ana', minorUntil: '2030-05-04T21:59:59.999Z', createdAt: '' },
} as unknown as Member;
const typed = memberFields(member, undefined);

describe('the form of a member', () => {
  it('changes nothing when nothing was typed', () => {
    expect(changedFields(member, memberBody(member, typed))).toEqual({});
  });

  it('sends only what was changed, and knows what it was before', () => {
    const changes = changedFields(
      member,
      memberBody(member, { ...typed, displayName: 'Zoé Roux', phone: '03' }),
    );
    expect(changes).toEqual({ displayName: 'Zoé Roux', phone: '03' });
    expect(formerFields(member, changes)).toEqual({ displayName: 'Zoé', phone: null });
  });

  it('makes an adult of a member who is no longer ticked as a minor', () => {
    const changes = changedFields(member, memberBody(member, { ...typed, isMinor: false }));
    expect(changes).toEqual({ minorUntil: null, guardianId: null });
  });

  it('starts a new member in the chosen lab', () => {
    const fresh = memberFields(undefined, 'lab');
    expect(memberBody(undefined, { ...fresh, displayName: 'Bilal', email: 'B@Example.org' })).toEqual({
      ...{ displayName: 'Bilal', email: 'b@example.org', phone: null, category: 'non-resident' },
      ...{ homeLabId: 'lab', minorUntil: null, guardianId: null },
    });
  });
});
