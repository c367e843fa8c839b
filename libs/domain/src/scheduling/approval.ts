import { isSameName } from '../material-names';

/** For which jobs a lab asks for a manager's yes before they begin; null: the rule does not apply. */
export interface ApprovalRules {
  /** A member's jobs, until so many of the member's jobs were made in this lab. */
  readonly firstJobs: number | null;
  /** A print of more hours. */
  readonly longerThanHours: number | null;
  /** A submission whose copies are expected to cost more together. */
  readonly costOverCents: number | null;
  /** A print with one of these materials. */
  readonly materials: readonly string[];
}

/** A lab that set no rules asks for nothing. */
export const NO_APPROVAL_RULES: ApprovalRules = {
  firstJobs: null,
  longerThanHours: null,
  costOverCents: null,
  materials: [],
};

/** What is known of a submission. Figures of a file that is not read yet are null: they are judged later. */
export interface ApprovalCase {
  /** The member's jobs that were made in this lab. */
  readonly jobsMade: number;
  /** Expected seconds of one print. */
  readonly seconds: number | null;
  /** Expected cost of all copies. */
  readonly cents: number | null;
  /** The materials that it prints with. */
  readonly materials: readonly string[];
}

export type ApprovalReason =
  | { readonly code: 'NEW_MEMBER'; readonly made: number; readonly firstJobs: number }
  | { readonly code: 'LONG'; readonly hours: number; readonly limitHours: number }
  | { readonly code: 'COSTLY'; readonly cents: number; readonly limitCents: number }
  | { readonly code: 'MATERIAL'; readonly material: string };

const toHours = (seconds: number): number => Math.round(seconds / 360) / 10;

/** Why a job needs a manager's yes; empty: it needs none. The same for any order of materials. */
export function approvalReasons(
  { firstJobs, longerThanHours, costOverCents, materials: watched }: ApprovalRules,
  { jobsMade, seconds, cents, materials }: ApprovalCase,
): ApprovalReason[] {
  const found: ApprovalReason[] = [];
  if (firstJobs !== null && jobsMade < firstJobs)
    found.push({ code: 'NEW_MEMBER', made: jobsMade, firstJobs });
  if (longerThanHours !== null && seconds !== null && seconds > longerThanHours * 3_600)
    found.push({ code: 'LONG', hours: toHours(seconds), limitHours: longerThanHours });
  if (costOverCents !== null && cents !== null && cents > costOverCents)
    found.push({ code: 'COSTLY', cents, limitCents: costOverCents });
  const isUsed = (material: string) => materials.some((used) => isSameName(used, material));
  for (const material of watched) if (isUsed(material)) found.push({ code: 'MATERIAL', material });
  return found;
}

const sameReason = (a: ApprovalReason, b: ApprovalReason): boolean =>
  a.code === b.code && (a.code !== 'MATERIAL' || b.code !== 'MATERIAL' || isSameName(a.material, b.material));

/** The reasons that are not among those of an earlier yes: what was approved stays approved. */
export const notApproved = (
  reasons: readonly ApprovalReason[],
  approved: readonly ApprovalReason[],
): ApprovalReason[] => reasons.filter((reason) => !approved.some((each) => sameReason(each, reason)));
