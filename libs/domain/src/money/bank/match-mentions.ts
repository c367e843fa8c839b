import type { Match, PayableDocument, ReceivedLine } from './bank-types';
import type { Mention, Mentions } from './mentions';
import type { OpenAmounts } from './open-amounts';

/** More documents than this in one text are not tried in all combinations. */
const MOST_COMBINED = 12;

/**
 * What a line pays that names documents: all of them, some whose sum it is, a part, or more than is open. Documents of
 * several clients count only where one client’s come to exactly this amount: a payment belongs to one client.
 */
export function matchMentions(line: ReceivedLine, mentions: Mentions, open: OpenAmounts): Match | undefined {
  const named = ofOneClient(
    mentions.documents.filter(({ document }) => open.of(document) > 0),
    line.cents,
    open,
  );
  const documents = named.map(({ document }) => document);
  const [first] = documents;
  if (!first) return undefined;
  const owner = { organisationId: first.organisationId };
  const result = (some: readonly PayableDocument[]) => ({ owner, parts: open.spread(line.cents, some) });
  const sum = open.sum(documents);
  if (line.cents > sum) return { ...result(documents), confidence: 'likely', reason: 'over-payment' };
  if (line.cents === sum) {
    const isSure = !mentions.hasOthers && named.every(({ form }) => form !== 'bare');
    return { ...result(documents), confidence: isSure ? 'sure' : 'likely', reason: reasonOf(named) };
  }
  const some = exactSome(documents, line.cents, open);
  if (some) return { ...result(some), confidence: 'likely', reason: 'some-numbers' };
  return { ...result(documents), confidence: 'likely', reason: 'part-payment' };
}

function reasonOf(named: readonly Mention[]): Match['reason'] {
  if (named.length > 1) return 'numbers';
  return named[0]?.form === 'rf' ? 'reference' : 'number';
}

function ofOneClient(named: readonly Mention[], amount: number, open: OpenAmounts): readonly Mention[] {
  const clients = new Map<string, Mention[]>();
  for (const mention of named) {
    const { organisationId } = mention.document;
    clients.set(organisationId, [...(clients.get(organisationId) ?? []), mention]);
  }
  const groups = [...clients.values()];
  if (groups.length <= 1) return named;
  const exact = groups.filter((group) => open.sum(group.map(({ document }) => document)) === amount);
  return exact.length === 1 ? (exact[0] ?? []) : [];
}

/** The first combination of at least one document whose open amounts come to exactly this. */
function exactSome(
  documents: readonly PayableDocument[],
  amount: number,
  open: OpenAmounts,
): readonly PayableDocument[] | undefined {
  if (documents.length < 2 || documents.length > MOST_COMBINED) return undefined;
  for (let chosen = 1; chosen < 2 ** documents.length; chosen++) {
    const some = documents.filter((_, at) => (chosen >> at) % 2 === 1);
    if (open.sum(some) === amount) return some;
  }
  return undefined;
}
