import type {
  KnownPayer,
  Match,
  MatchProposal,
  MoneyOwner,
  PayableDocument,
  ReceivedLine,
  TopUpReference,
} from './bank-types';
import { ClientNames } from './client-names';
import { matchMentions } from './match-mentions';
import { matchNames, matchWeakly, type Payers } from './match-names';
import { MentionIndex, type Mentions } from './mentions';
import { OpenAmounts } from './open-amounts';
import { payerKey } from './words';

/** What lines are compared with. */
export interface MatchSources {
  readonly documents: readonly PayableDocument[];
  readonly topUps: readonly TopUpReference[];
  readonly payers: readonly KnownPayer[];
}

interface Read {
  readonly line: ReceivedLine;
  readonly mentions: Mentions;
  readonly payers: () => Payers;
}

/**
 * Proposes what each line paid, with the reason. Stronger reasons of any line come before weaker ones of all others;
 * among equals, the earlier day comes first. So the result does not depend on the order of the arguments, and no
 * document is given more than is open of it. Lines without a proposal are left out.
 */
export function matchLines(lines: readonly ReceivedLine[], sources: MatchSources): MatchProposal[] {
  const open = new OpenAmounts(sources.documents);
  const byId = new Map(sources.documents.map((document) => [document.id as string, document]));
  const proposals: MatchProposal[] = [];
  let waiting = read(lines, sources);
  for (const rule of [byMention, byName, weakly]) {
    waiting = waiting.filter((each) => {
      const match = rule(each, open);
      if (!match) return true;
      open.take(match.parts, byId);
      proposals.push({ lineId: each.line.id, ...match });
      return false;
    });
  }
  return proposals;
}

const byMention = ({ line, mentions }: Read, open: OpenAmounts): Match | undefined => {
  const match = matchMentions(line, mentions, open);
  const [member, ...others] = mentions.members;
  if (match || !member || others.length > 0) return match;
  const owner = { memberId: member.memberId };
  return { confidence: 'sure', reason: 'personal-reference', owner, parts: [] };
};

/** A line that names another document pays that one: a document of the same amount is a hint at most. */
const byName = ({ line, mentions, payers }: Read, open: OpenAmounts): Match | undefined => {
  const match = matchNames(line, payers(), open);
  return match && mentions.hasOthers ? { ...match, confidence: 'weak' } : match;
};

const weakly = ({ line, payers }: Read, open: OpenAmounts): Match | undefined =>
  matchWeakly(line, payers(), open);

function read(lines: readonly ReceivedLine[], { documents, topUps, payers }: MatchSources): Read[] {
  const index = new MentionIndex(documents, topUps);
  const names = new ClientNames(documents);
  const known = knownOwners(payers);
  const sorted = [...lines].sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1));
  return sorted.map((line) => ({
    line,
    mentions: index.find([line.reference, line.text]),
    payers: () => ({ known: known.get(payerKey(line) ?? ''), named: names.find(line) }),
  }));
}

/** Payers whose earlier lines all went to one owner. */
function knownOwners(payers: readonly KnownPayer[]): ReadonlyMap<string, MoneyOwner> {
  const owners = new Map<string, MoneyOwner | undefined>();
  for (const { payer, owner } of payers) {
    const isOther = owners.has(payer) && JSON.stringify(owners.get(payer)) !== JSON.stringify(owner);
    owners.set(payer, isOther ? undefined : owner);
  }
  return new Map([...owners].flatMap(([payer, owner]) => (owner ? [[payer, owner] as const] : [])));
}
