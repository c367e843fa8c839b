import { type LabId, newId } from '@pandafab/shared';
import {
  ACTIONS,
  type Action,
  actionOnStaff,
  isAllowed,
  isAllowedIn,
  labsAllowed,
  type Rights,
  type Role,
  rolesAllowed,
  SCOPES,
  scopeNeeded,
} from './permissions';

const [here, there] = [newId<LabId>(), newId<LabId>()];
const person = (...roles: Role[]): Rights => ({
  roles: roles.map((role) => ({ role, labId: null })),
  scopes: null,
});
const managerHere: Rights = { roles: [{ role: 'manager', labId: here }], scopes: null };

describe('permissions', () => {
  it('denies an action that is not in the table', () => {
    expect(isAllowed(person('administrator'), 'invoice.delete' as Action)).toBe(false);
    expect(isAllowed(person('administrator'), 'toString' as Action)).toBe(false);
  });

  it('denies everything to an account without a role', () => {
    expect(ACTIONS.filter((action) => isAllowed(person(), action))).toEqual([]);
  });

  it('an administrator may do everything', () => {
    expect(ACTIONS.filter((action) => !isAllowed(person('administrator'), action))).toEqual([]);
  });

  it('a maker submits and follows their own jobs, sees their cost, and commands no machine', () => {
    expect(ACTIONS.filter((action) => isAllowed(person('maker'), action))).toEqual([
      'job.submit',
      'job.read-own',
      'job.cancel-own',
      'job.redo-own',
      'booking.make',
      'lab.read',
      'machine.read',
      'machine-kind.read',
      'category.read',
      'usage.read-own',
      'topic.read',
      'room.read',
      'session.read',
      'session.attend',
    ]);
  });

  it('billing staff issue invoices but do not command machines; managers the reverse', () => {
    expect(rolesAllowed('invoice.issue')).toEqual(['billing', 'administrator']);
    expect(rolesAllowed('run.command')).toEqual(['manager', 'administrator']);
  });

  it('trainers grant inductions; managers do not, and trainers command no machine', () => {
    expect(rolesAllowed('induction.grant')).toEqual(['trainer', 'administrator']);
    expect(isAllowed(person('trainer'), 'run.command')).toBe(false);
  });

  it('only administrators change the member record of a person on the staff', () => {
    for (const action of [
      'member.manage',
      'member.entrust',
      'member.verify-residency',
      'account.invite',
    ] as const) {
      expect(rolesAllowed(action)).toContain('manager');
      expect(rolesAllowed(actionOnStaff(action) as Action)).toEqual(['administrator']);
    }
    expect(actionOnStaff('member.read-any')).toBeUndefined();
    expect(actionOnStaff('toString' as Action)).toBeUndefined();
  });

  it('several roles add up', () => {
    expect(isAllowed(person('maker', 'billing'), 'invoice.issue')).toBe(true);
  });

  it('a lab role holds in its lab, and in no other', () => {
    expect(isAllowedIn(managerHere, 'run.command', here)).toBe(true);
    expect(isAllowedIn(managerHere, 'run.command', there)).toBe(false);
    expect(labsAllowed(managerHere, 'run.command')).toEqual([here]);
    expect(isAllowedIn(person('manager'), 'run.command', there)).toBe(true);
  });

  it('a token allows its scopes, and never more than its owner may do', () => {
    const token: Rights = { ...person('administrator'), scopes: ['jobs:read'] };
    expect(isAllowed(token, 'job.read-any')).toBe(true);
    expect(isAllowed(token, 'job.submit')).toBe(false);
    expect(isAllowed({ ...person('maker'), scopes: SCOPES }, 'lab.manage')).toBe(false);
  });

  it('the token of a slicer sends files and reads one’s own jobs, whatever its owner may do', () => {
    const token: Rights = { ...person('administrator'), scopes: ['slicer'] };
    expect(ACTIONS.filter((action) => isAllowed(token, action))).toEqual(['job.submit', 'job.read-own']);
  });

  it('a read-only scope allows only actions that read', () => {
    const reading = /\.(read|export)/;
    const wrong = ACTIONS.filter((action) => scopeNeeded(action)?.endsWith(':read') && !reading.test(action));
    expect(wrong).toEqual([]);
  });
});
