import { isSameColour } from './colour-names';

/** A person stopped a waiting job: it begins when a person releases it. */
export interface Hold {
  readonly by: 'staff' | 'maker';
  /** Why; null where no words were given. */
  readonly words: string | null;
}

/** What an account covers of the price of a job, with tax. */
export interface FundsNeeded {
  readonly coveredCents: number;
  readonly neededCents: number;
}

/** What people decided about a waiting job, beside what its file needs. */
export interface JobConditions {
  /** Null: not held. */
  readonly held: Hold | null;
  /** A rule of its lab asks for a manager's yes, which was not given yet. */
  readonly awaitsApproval: boolean;
  /** The account that pays does not cover its price; null: it is paid for, or no account pays. */
  readonly awaitsFunds: FundsNeeded | null;
  /** Its member wants to be there when it begins, and has not said that they are. */
  readonly awaitsMaker: boolean;
  /** Each of them has to be among the tags of the machine. */
  readonly tags: readonly string[];
  /** The colour of each spool that it uses: a name or #rrggbb; null: any. */
  readonly colour: string | null;
}

export const NO_CONDITIONS: JobConditions = {
  held: null,
  awaitsApproval: false,
  awaitsFunds: null,
  awaitsMaker: false,
  tags: [],
  colour: null,
};

export type ConditionReason =
  | { readonly code: 'HELD'; readonly by: Hold['by']; readonly words: string | null }
  | { readonly code: 'AWAITS_APPROVAL' | 'NEEDS_MAKER' }
  | ({ readonly code: 'FUNDS' } & FundsNeeded)
  | { readonly code: 'MISSING_TAG'; readonly tag: string };

/** Why a job waits for a person or for money, whatever the machine. */
export function againstPeople({
  held,
  awaitsApproval,
  awaitsFunds,
  awaitsMaker,
}: JobConditions): ConditionReason[] {
  const found: ConditionReason[] = held ? [{ code: 'HELD', ...held }] : [];
  if (awaitsApproval) found.push({ code: 'AWAITS_APPROVAL' });
  if (awaitsFunds) found.push({ code: 'FUNDS', ...awaitsFunds });
  if (awaitsMaker) found.push({ code: 'NEEDS_MAKER' });
  return found;
}

/** Tags are the same whatever their capitals. */
const sameTag = (tag: string): string => tag.trim().toLowerCase();

/** The tags that a job needs and a machine does not have. */
export function missingTags(
  { tags }: JobConditions,
  machine: { readonly tags: readonly string[] },
): string[] {
  if (tags.length === 0) return [];
  const known = new Set(machine.tags.map(sameTag));
  return tags.filter((tag) => !known.has(sameTag(tag)));
}

/** True if a spool of this colour may be used. */
export const takesColour = ({ colour }: JobConditions, loaded: string): boolean =>
  colour === null || isSameColour(colour, loaded);
