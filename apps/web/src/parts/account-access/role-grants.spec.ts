import { grantsIn, isLabRole, keyOf, networkGrants } from './role-grants';

it('offers each role once: in labs, or in the network', () => {
  expect(networkGrants.map(({ role }) => role)).toEqual(['maker', 'billing', 'administrator']);
  expect(grantsIn('x')).toEqual([
    { role: 'trainer', labId: 'x' },
    { role: 'manager', labId: 'x' },
  ]);
  expect([isLabRole('manager'), isLabRole('billing')]).toEqual([true, false]);
});

it('names fields of one role in several labs differently', () => {
  const keys = [...grantsIn(null), ...grantsIn('x'), ...grantsIn('y')].map(keyOf);
  expect(new Set(keys).size).toBe(6);
});
