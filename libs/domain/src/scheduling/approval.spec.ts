import {
  type ApprovalCase,
  type ApprovalRules,
  approvalReasons,
  NO_APPROVAL_RULES,
  notApproved,
} from './approval';

const ordinary: ApprovalCase = { jobsMade: 9, seconds: 7_200, cents: 500, materials: ['PLA'] };
const rules = (change: Partial<ApprovalRules>): ApprovalRules => ({ ...NO_APPROVAL_RULES, ...change });

describe('which jobs need approval', () => {
  it('is none without rules', () => {
    const extreme = { jobsMade: 0, seconds: 1e6, cents: 1e9, materials: ['TPU'] };
    expect(approvalReasons(NO_APPROVAL_RULES, extreme)).toEqual([]);
  });

  it.each<[string, Partial<ApprovalRules>, Partial<ApprovalCase>, object[]]>([
    [
      'the last of the first jobs',
      { firstJobs: 3 },
      { jobsMade: 2 },
      [{ code: 'NEW_MEMBER', made: 2, firstJobs: 3 }],
    ],
    ['the job after them', { firstJobs: 3 }, { jobsMade: 3 }, []],
    ['a print of exactly the limit', { longerThanHours: 2 }, {}, []],
    [
      'a longer one',
      { longerThanHours: 2 },
      { seconds: 7_560 },
      [{ code: 'LONG', hours: 2.1, limitHours: 2 }],
    ],
    [
      'one whose file is not read yet',
      { longerThanHours: 2, costOverCents: 0 },
      { seconds: null, cents: null },
      [],
    ],
    ['a costly one', { costOverCents: 499 }, {}, [{ code: 'COSTLY', cents: 500, limitCents: 499 }]],
    ['one of exactly the cost', { costOverCents: 500 }, {}, []],
    ['a listed material', { materials: ['TPU', 'pla'] }, {}, [{ code: 'MATERIAL', material: 'pla' }]],
    ['another material', { materials: ['TPU'] }, {}, []],
  ])('%s', (_, change, known, expected) => {
    expect(approvalReasons(rules(change), { ...ordinary, ...known })).toEqual(expected);
  });

  it('names every reason', () => {
    const all = rules({ firstJobs: 10, longerThanHours: 1, costOverCents: 1, materials: ['PLA'] });
    const codes = approvalReasons(all, ordinary).map(({ code }) => code);
    expect(codes).toEqual(['NEW_MEMBER', 'LONG', 'COSTLY', 'MATERIAL']);
  });

  it('asks again only for what was not approved', () => {
    const strict = rules({ firstJobs: 10, materials: ['PLA', 'TPU'] });
    const approved = approvalReasons(strict, ordinary);
    expect(notApproved(approvalReasons(strict, { ...ordinary, jobsMade: 8 }), approved)).toEqual([]);
    const other = approvalReasons(strict, { ...ordinary, materials: ['TPU'] });
    expect(notApproved(other, approved)).toEqual([{ code: 'MATERIAL', material: 'TPU' }]);
  });
});
