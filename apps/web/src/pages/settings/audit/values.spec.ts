import { changedFields, pageOf } from './values';

describe('what an audit entry tells', () => {
  it('holds each field once, the personal ones too', () => {
    const personal = { memberId: 'm', before: null, after: { displayName: 'Zoé' } };
    expect(changedFields({ before: { maxBed: 110 }, after: { maxBed: 90, on: true }, personal })).toEqual([
      { field: 'displayName', before: undefined, after: 'Zoé' },
      { field: 'maxBed', before: 110, after: 90 },
      { field: 'on', before: undefined, after: true },
    ]);
    expect(changedFields({ before: null, after: null, personal: null })).toEqual([]);
  });

  it('leads to the page of the thing, where there is one', () => {
    expect(pageOf({ kind: 'machine', id: '7' })).toBe('/machines/7');
    expect(pageOf({ kind: 'token', id: '7' })).toBeUndefined();
    expect(pageOf({ kind: 'machine', id: null })).toBeUndefined();
  });
});
