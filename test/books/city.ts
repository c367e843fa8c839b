import type { MemberId, OrganisationId, PrestationId } from '@pandafab/shared';
import type { TestDatabase } from '@pandafab/testing';
import { ClosuresService } from '../../apps/server/src/money/closures/closures.service';
import { MemberBillingIdentity } from '../../apps/server/src/people/members/member.entity';
import { sellerSettings } from '../medium/fixtures/billing-seller';
import { AccountsWorld } from '../medium/member-accounts/accounts-world';
import { Facts, type LineFact, type Nature, type Rate, type RowFact } from './facts';
import { MemberInvoices } from './member-invoices';

interface Paper {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly grossCents: number;
  readonly openCents: number | null;
}
interface PaperContent {
  readonly lines: readonly {
    position: number;
    kind: string;
    quantity: string;
    unitPrice: string;
    netCents: number;
  }[];
  readonly vat: readonly { rateBasisPoints: Rate; baseCents: number; vatCents: number }[];
}
interface Payment {
  readonly id: string;
  readonly number: string;
  readonly bookedOn: string;
  readonly cents: number;
  readonly leftCents: number;
  readonly undoneBy: string | null;
  readonly allotments: readonly { readonly document: string; readonly cents: number }[];
}

const ACTIVITIES: Readonly<Record<`${Nature} ${Rate}`, string | undefined>> = {
  'services 2000': 'printing',
  'services 0': 'training',
  'goods 550': 'books',
  'goods 2000': undefined,
  'goods 0': undefined,
  'services 550': undefined,
};

const taxed = (rateBasisPoints: number) => ({
  ...{ categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null },
});
const VAT = {
  regime: 'split',
  activities: {
    printing: taxed(2000),
    books: taxed(550),
    training: {
      ...{ categoryCode: 'E', rateBasisPoints: 0, exemptionCode: 'VATEX-FR-CGI261-7' },
      exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
    },
  },
};

/** A network with clients and members, and what they do: each act is a request, and leaves a fact. */
export class City {
  readonly facts = new Facts();
  readonly clients: OrganisationId[] = [];
  readonly members: MemberId[] = [];
  readonly residents: MemberId[] = [];
  readonly invoices = new MemberInvoices(this.facts);

  private constructor(readonly accounts: AccountsWorld) {}

  static async open(database: TestDatabase, size: { clients: number; members: number }): Promise<City> {
    const city = new City(await AccountsWorld.open(database));
    // The tariff of the fixtures begins in November 2026.
    city.on('2027-01-01');
    // No option for VAT on debits: services are chargeable when they are paid.
    const wordings = { ...sellerSettings.wordings, vatOnDebits: null };
    await city.world.recordSeller({ vat: VAT, wordings, inForceFrom: '2027-01-01' });
    await city.accounts.set();
    for (let at = 0; at < size.clients; at++) city.clients.push(await city.world.organisation());
    for (let at = 0; at < size.members; at++) {
      city.members.push(await city.payingMember(at));
      city.residents.push(await city.world.member('non-resident', Date.parse('2029-01-01T00:00:00Z')));
    }
    return city;
  }

  get world() {
    return this.accounts.billing;
  }

  /** Sets the clock to 10 o'clock in Paris. */
  on(day: string, time = '09:00:00Z'): void {
    this.world.date.now = Date.parse(`${day}T${time}`);
  }

  /** One second later: acts of a day have an order. */
  tick(): void {
    this.world.date.now += 1000;
  }

  stop = () => this.world.server.stop();

  closeDays = () => this.world.server.app.get(ClosuresService).closeDays(null);

  /** @throws Error for an answer that is not what a person would have got */
  async ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    this.tick();
    const answer = await this.world.ask<Body>(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async payingMember(at: number): Promise<MemberId> {
    const memberId = await this.world.member('non-resident');
    const address = { addressLine: `${at} rue X`, postcode: '21000', city: 'Dijon', countryCode: 'FR' };
    await this.world.write(({ manager }) =>
      manager.insert(MemberBillingIdentity, { memberId, name: `Membre ${at}`, ...address }),
    );
    return memberId;
  }

  async order(client: OrganisationId, lines: readonly LineFact[]): Promise<PrestationId> {
    this.tick();
    const id = await this.world.prestation(client);
    for (const { quantity, price, rate, nature } of lines)
      await this.ask('POST', `/prestations/${id}/lines`, {
        ...{ label: 'Travaux', quantity, unit: 'C62', unitPrice: price, nature },
        activity: ACTIVITIES[`${nature} ${rate}`],
      });
    return id;
  }

  /** Makes a draft and issues it. */
  async issue(order: PrestationId, kind: string, request: object = {}): Promise<Paper> {
    const draft = await this.ask<{ id: string }>('POST', `/prestations/${order}/documents`, {
      kind,
      request,
    });
    return this.ask<Paper>('POST', `/documents/${draft.id}/issue`);
  }

  async content(id: string): Promise<PaperContent> {
    return (await this.ask<{ content: PaperContent }>('GET', `/documents/${id}`)).content;
  }

  async rowsOf(id: string): Promise<RowFact[]> {
    const { vat } = await this.content(id);
    return vat.map(({ rateBasisPoints: rate, baseCents: base, vatCents }) => ({ rate, base, vat: vatCents }));
  }

  /** Records a payment of a client, and notes it with what it settles. */
  async pay(
    client: OrganisationId,
    moved: { cents: number; means: string; paidOn: string },
    parts: readonly { documentId: string; cents: number }[],
  ): Promise<Payment> {
    const body = { organisationId: client, ...moved, allotments: parts };
    const paid = await this.ask<Payment>('POST', '/payments', body);
    this.notePayment(paid, moved.means, client, 'payment');
    this.noteParts(paid, paid.allotments);
    return paid;
  }

  notePayment(
    { id, number, bookedOn: day, cents }: Payment,
    means: string,
    owner: string,
    kind: 'payment' | 'refund' | 'reversal',
    isOfMember = false,
  ): void {
    this.facts.payments.push({ id, number, day, cents, means, owner, kind, isOfMember });
  }

  noteParts(paid: Payment, parts: readonly { document: string; cents: number }[], day = paid.bookedOn): void {
    for (const { document, cents } of parts)
      this.facts.allotments.push({ day, payment: paid.number, document, cents });
  }
}

export type { Paper, Payment };
