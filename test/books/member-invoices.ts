import type { MemberId } from '@pandafab/shared';
import type { EntryFact, Facts, PrintFact } from './facts';
import { printCents, vatCents } from './recount/arithmetic';

interface OpenInvoice {
  readonly number: string;
  readonly client: string;
  left: number;
}

/** Money that goes from a member's account to an invoice. */
export interface Move {
  readonly invoice: OpenInvoice;
  readonly client: string;
  readonly cents: number;
}

/** What the simulation knows about invoices to members: which prints are on one, and what of each is not paid yet. */
export class MemberInvoices {
  private readonly open = new Map<MemberId, OpenInvoice[]>();
  /** By member: after how many movements each invoice was made. */
  readonly after = new Map<string, number[]>();

  constructor(private readonly facts: Facts) {}

  private entriesOf(member: MemberId): readonly EntryFact[] {
    return this.facts.entries.filter((entry) => entry.member === member);
  }

  uninvoiced(member: MemberId): PrintFact[] {
    const last = this.after.get(member)?.at(-1) ?? 0;
    return this.entriesOf(member)
      .slice(last)
      .flatMap(({ print }) => print ?? []);
  }

  /** @returns the invoice with tax */
  note(
    member: MemberId,
    { documentId: id, number }: { documentId: string; number: string },
    client: string,
    prints: readonly PrintFact[],
    day: string,
  ): number {
    // The net of the invoice is the sum of its prints: as one line, in euros.
    const net = prints.reduce((sum, print) => sum + printCents(print), 0);
    const price = `${Math.floor(net / 100)}.${String(net % 100).padStart(2, '0')}`;
    this.facts.papers.push({
      ...{ id, number, day, client, kind: 'invoice', deposits: [], depositRows: [], cites: null },
      lines: [{ quantity: '1', price, rate: 2000, nature: 'services' }],
      isOfMember: true,
    });
    this.after.set(member, [...(this.after.get(member) ?? []), this.entriesOf(member).length]);
    const gross = net + vatCents(net, 2000);
    this.open.set(member, [...(this.open.get(member) ?? []), { number, client, left: gross }]);
    return gross;
  }

  /** What the money of the account pays now, the oldest invoice first. */
  owed(member: MemberId, held: number): Move[] {
    let rest = held;
    return (this.open.get(member) ?? []).flatMap((invoice) => {
      const cents = Math.max(0, Math.min(rest, invoice.left));
      rest -= cents;
      return cents > 0 ? [{ invoice, client: invoice.client, cents }] : [];
    });
  }

  /** Notes that these moves were made. */
  settle(moves: readonly Move[], day: string): void {
    for (const { invoice, cents } of moves) {
      invoice.left -= cents;
      this.facts.allotments.push({ day, payment: '', document: invoice.number, cents });
    }
  }
}
