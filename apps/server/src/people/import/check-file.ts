import { folded, type MemberId } from '@pandafab/shared';
import { isMinor } from '../members/guardians';
import type { Column } from './columns';
import { People } from './find-guardian';
import type { CsvFile } from './read-csv';
import { type Draft, type LineProblem, readLine } from './read-line';
import type { Surroundings } from './surroundings';

/** A member to make. */
export interface NewMember extends Draft {
  readonly guardianId: MemberId | null;
}

type Report = (draft: Pick<Draft, 'line'>, column: Column | null, ...what: Complaint) => void;
type Complaint = [code: LineProblem['code'], details?: LineProblem['details']];

/** All members that a file describes, and all its errors, in the order of its lines. */
export function checkFile(file: CsvFile, around: Surroundings) {
  const problems: LineProblem[] = [];
  const titles = new Map(file.headings.map(({ column, title }) => [column, title]));
  const report: Report = ({ line }, column, code, details = {}) =>
    problems.push({ line, column: (column && titles.get(column)) ?? null, code, details });
  const drafts = file.lines.map((line) =>
    readLine(line, file.headings, around, (column, ...what) => report(line, column, ...what)),
  );
  reportDoubles(drafts, around, report);
  const members = withGuardians(drafts, around, report);
  reportCircles(members, report);
  problems.sort((a, b) => a.line - b.line);
  return { members, problems };
}

function reportDoubles(drafts: readonly Draft[], around: Surroundings, report: Report): void {
  const there = new Set(around.members.map(({ email }) => email));
  const met = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { email, displayName } = draft;
    if (email === null) continue;
    const before = met.get(email) ?? [];
    const same = before.find((each) => folded(each.displayName) === folded(displayName));
    const [first] = before;
    if (same) report(draft, 'email', 'IMPORT.TWICE_IN_FILE', { other: same.line });
    else if (first && !around.sameEmail) report(draft, 'email', 'IMPORT.SAME_EMAIL', { other: first.line });
    else if (there.has(email) && !around.sameEmail) report(draft, 'email', 'IMPORT.ALREADY_MEMBER');
    met.set(email, [...before, draft]);
  }
}

function withGuardians(drafts: readonly Draft[], around: Surroundings, report: Report): NewMember[] {
  const people = new People([...around.members, ...drafts]);
  return drafts.map((draft) => {
    const value = draft.guardian;
    if (value === '') {
      if (isMinor(draft, around.now)) report(draft, 'guardian', 'IMPORT.GUARDIAN_MISSING');
      return { ...draft, guardianId: null };
    }
    const guardian = people.guardian(draft, value, around.now);
    if (typeof guardian !== 'string' && guardian.id !== around.importer)
      return { ...draft, guardianId: guardian.id };
    const code = typeof guardian === 'string' ? guardian : 'MEMBER.GUARDIAN_ONESELF';
    report(draft, 'guardian', code, { value });
    return { ...draft, guardianId: null };
  });
}

/** An existing member never has a guardian from the file, so only lines of the file can form a circle. */
function reportCircles(members: readonly NewMember[], report: Report): void {
  const byId = new Map(members.map((member) => [member.id, member]));
  for (const member of members) {
    const met = new Set<MemberId>();
    let next = member.guardianId;
    while (next !== null && next !== member.id && !met.has(next)) {
      met.add(next);
      next = byId.get(next)?.guardianId ?? null;
    }
    if (next === member.id) report(member, 'guardian', 'IMPORT.GUARDIAN_CIRCLE');
  }
}
