import type { Match, MoneyOwner, ReceivedLine } from './bank-types';
import type { OpenAmounts } from './open-amounts';

/** Who a line is probably from. */
export interface Payers {
  /** The owner of earlier lines of this payer, if all had the same. */
  readonly known: MoneyOwner | undefined;
  /** Clients whose names are in the line. */
  readonly named: readonly string[];
}

/** A line of a known or named client whose amount is that of one document, or of all that the client owes. */
export function matchNames({ cents }: ReceivedLine, payers: Payers, open: OpenAmounts): Match | undefined {
  const { known, named } = payers;
  if (known && 'organisationId' in known) {
    const parts = exactParts(known.organisationId, cents, open);
    if (parts) return { confidence: 'likely', reason: 'known-payer', owner: known, parts: parts.parts };
  }
  const exact = named.flatMap((organisationId) => exactParts(organisationId, cents, open) ?? []);
  const one = exact.filter(({ isOne }) => isOne);
  const [found, ...others] = one.length > 0 ? one : exact;
  if (!found || others.length > 0) return undefined;
  const { organisationId, parts, isOne } = found;
  const reason = isOne ? 'amount-and-name' : 'all-of-client';
  return { confidence: 'likely', reason, owner: { organisationId }, parts };
}

function exactParts(id: string, amount: number, open: OpenAmounts) {
  const organisationId = id as Extract<MoneyOwner, { organisationId: unknown }>['organisationId'];
  const documents = open.openOf(organisationId);
  const one = documents.find((document) => open.of(document) === amount);
  if (one) return { organisationId, isOne: true, parts: open.spread(amount, [one]) };
  if (documents.length < 2 || open.sumOf(organisationId) !== amount) return undefined;
  return { organisationId, isOne: false, parts: open.spread(amount, documents) };
}

/** Hints: the payer or the name alone, whose money would stand on the account; or the amount alone. */
export function matchWeakly({ cents }: ReceivedLine, payers: Payers, open: OpenAmounts): Match | undefined {
  const { known, named } = payers;
  const weak = { confidence: 'weak', parts: [] } as const;
  if (known) return { ...weak, reason: 'payer-only', owner: known };
  const [name, ...others] = named;
  if (name !== undefined && others.length === 0) {
    const owner = { organisationId: name } as MoneyOwner;
    return { ...weak, reason: 'name-only', owner };
  }
  const document = open.onlyWith(cents);
  if (!document) return undefined;
  const owner = { organisationId: document.organisationId };
  return { confidence: 'weak', reason: 'amount-only', owner, parts: open.spread(cents, [document]) };
}
