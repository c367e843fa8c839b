import { ACTIONS, type Action, isAllowed, rolesAllowed } from './permissions';

describe('permissions', () => {
  it('denies an action that nobody wrote down', () => {
    expect(isAllowed(['administrator'], 'invoice.delete' as Action)).toBe(false);
    expect(isAllowed(['administrator'], 'toString' as Action)).toBe(false);
  });

  it('denies everything to an account without a role', () => {
    expect(ACTIONS.filter((action) => isAllowed([], action))).toEqual([]);
  });

  it('an administrator may do everything', () => {
    expect(ACTIONS.filter((action) => !isAllowed(['administrator'], action))).toEqual([]);
  });

  it('a maker submits and follows their own jobs, sees what these cost, and commands no machine', () => {
    expect(ACTIONS.filter((action) => isAllowed(['maker'], action))).toEqual([
      'job.submit',
      'job.read-own',
      'job.cancel-own',
      'job.redo-own',
      'lab.read',
      'machine.read',
      'usage.read-own',
    ]);
  });

  it('billing staff issue invoices but do not command machines; managers the reverse', () => {
    expect(rolesAllowed('invoice.issue')).toEqual(['billing', 'administrator']);
    expect(rolesAllowed('run.command')).toEqual(['manager', 'administrator']);
  });

  it('several roles add up', () => {
    expect(isAllowed(['maker', 'billing'], 'invoice.issue')).toBe(true);
  });
});
