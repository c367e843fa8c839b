import { type Cents, cents } from '@pandafab/shared';
import type { MatchPart, PayableDocument } from './bank-types';

const dueFirst = (a: PayableDocument, b: PayableDocument): number => {
  const [first, second] = [a, b].map(({ dueOn, issuedOn, number }) => `${dueOn ?? issuedOn} ${number}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

/** How much of each document is still open while lines are matched: no document is given more than that in total. */
export class OpenAmounts {
  private readonly left = new Map<string, number>();
  private readonly ofClient = new Map<string, { documents: PayableDocument[]; cents: number }>();
  private readonly byAmount = new Map<number, Set<PayableDocument>>();

  constructor(documents: readonly PayableDocument[]) {
    for (const document of [...documents].sort(dueFirst)) {
      const { id, organisationId, openCents } = document;
      this.left.set(id, openCents);
      const client = this.ofClient.get(organisationId) ?? { documents: [], cents: 0 };
      client.documents.push(document);
      client.cents += openCents;
      this.ofClient.set(organisationId, client);
      this.setOf(openCents).add(document);
    }
  }

  of({ id }: PayableDocument): Cents {
    return cents(this.left.get(id) ?? 0);
  }

  sum(documents: readonly PayableDocument[]): number {
    return documents.reduce((sum, document) => sum + this.of(document), 0);
  }

  /** The open documents of a client, the first due first. */
  openOf(organisationId: string): readonly PayableDocument[] {
    return (this.ofClient.get(organisationId)?.documents ?? []).filter((document) => this.of(document) > 0);
  }

  /** All that a client owes. */
  sumOf(organisationId: string): number {
    return this.ofClient.get(organisationId)?.cents ?? 0;
  }

  /** The one document of which exactly this is open; undefined if there are several. */
  onlyWith(amount: number): PayableDocument | undefined {
    const documents = this.byAmount.get(amount);
    return documents?.size === 1 ? [...documents][0] : undefined;
  }

  /** Gives an amount to documents, the first due first, each at most what is open of it. Takes nothing yet. */
  spread(amount: number, documents: readonly PayableDocument[]): MatchPart[] {
    let rest = amount;
    return [...documents].sort(dueFirst).flatMap((document) => {
      const part = Math.min(rest, this.of(document));
      rest -= part;
      return part > 0 ? [{ documentId: document.id, cents: cents(part) }] : [];
    });
  }

  /** Takes the parts of a proposal. */
  take(parts: readonly MatchPart[], documents: ReadonlyMap<string, PayableDocument>): void {
    for (const part of parts) {
      const document = documents.get(part.documentId);
      if (!document) continue;
      const before = this.of(document);
      const after = before - part.cents;
      this.left.set(document.id, after);
      this.setOf(before).delete(document);
      if (after > 0) this.setOf(after).add(document);
      const client = this.ofClient.get(document.organisationId);
      if (client) client.cents -= part.cents;
    }
  }

  private setOf(amount: number): Set<PayableDocument> {
    const found = this.byAmount.get(amount) ?? new Set();
    this.byAmount.set(amount, found);
    return found;
  }
}
