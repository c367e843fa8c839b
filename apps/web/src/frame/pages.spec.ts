import type { Me } from '../api/queries';
import { GROUPS, groupOf, isInside, offeredTo, PAGES } from './pages';

const person = (...roles: string[]) =>
  ({ roles: roles.map((role) => ({ role, labId: null })) }) as unknown as Me;
const paths = (me: Me) => offeredTo(me).map(({ path }) => path);

describe('the navigation', () => {
  it('offers to each role the pages of its work', () => {
    expect(paths(person('maker'))).toEqual(['/submit', '/jobs', '/slicers', '/sessions', '/']);
    expect(paths(person('maker', 'manager'))).toEqual([
      '/submit',
      '/jobs',
      '/slicers',
      '/sessions',
      '/',
      '/queue',
      '/lab-jobs',
      '/spools',
      '/desk',
      '/members',
      '/projects',
      '/settings',
    ]);
    expect(paths(person('administrator'))).toEqual(expect.arrayContaining(['/settings', '/prestations']));
  });

  it('keeps the pages of a group together, in the order of the groups', () => {
    const places = offeredTo(person('administrator')).map(({ group }) => GROUPS.indexOf(group));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([
    ['/jobs/17', '/jobs', 'make'],
    ['/slicers/17', '/slicers', 'make'],
    ['/machines/17', '/', 'lab'],
    ['/projects/17', '/projects', 'people'],
    ['/prestations/17', '/prestations', 'money'],
    ['/billing/payments/17', '/billing/payments', 'money'],
    ['/billing/cash', '/billing/cash', 'money'],
    ['/billing/bank', '/billing/bank', 'money'],
    ['/settings/tariffs/17', '/settings', 'settings'],
    ['/', '/', 'lab'],
  ])('shows at %s that one is in %s', (address, path, group) => {
    const inside = PAGES.filter((page) => page.nav && isInside(address, page)).map((page) => page.path);
    expect(inside).toEqual([path]);
    expect(groupOf(address)).toBe(group);
  });

  it('shows nothing of it at an address that is in no group', () => {
    expect(groupOf('/account')).toBeUndefined();
    expect(groupOf('/nowhere')).toBeUndefined();
  });
});
