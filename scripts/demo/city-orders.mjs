import { server } from './built.mjs';

const { Unit } = server.load('platform/persistence/unit');
const { PaperDocument } = server.load('money/documents/document.entities');
const { insertDraft } = server.load('money/documents/drafts.service');
const { issueDocument } = server.load('money/documents/issue-document');
const { LinesService } = server.load('money/prestations/lines.service');
const { PrestationsService } = server.load('money/prestations/prestations.service');
const { lockNamed } = server.load('money/prestations/prestation-lines');
const { AllotmentBook } = server.load('money/payments/allotment-book.service');
const { PaymentBook } = server.load('money/payments/payment-book.service');
const { DocumentLinks } = server.load('money/chain/document-links');
const { MoneyLinks } = server.load('money/chain/money-links');

const LINKS = new MoneyLinks({ poke: () => undefined });
/** Nothing is left open: an invoice of the past waits for no print. The server writes the head of the chain later. */
const ISSUING = {
  blockers: { demandNone: async () => undefined },
  chain: new DocumentLinks({ register: () => undefined }, LINKS),
};
const PAYMENTS = new PaymentBook(LINKS, new AllotmentBook(LINKS));
const TEN_O_CLOCK = 'T09:00:00Z';
const DEPOSIT = { part: { percent: '30' } };
const WITH_DEPOSIT = ['deposit', 'all-back', 'deposit-back'];

const euros = (cents) => (cents / 100).toFixed(2);

/**
 * Clients' orders of two years with their documents and payments, each at its own time and by the server's own rules:
 * numbers, links of the chain and days are in order.
 */
export class CityOrders {
  /**
   * @param {any} manager of the transaction
   * @param {string} by the account that did it
   * @param {string} until the day before which everything must have happened
   */
  constructor(manager, by, until) {
    this.manager = manager;
    this.by = by;
    this.until = until;
    /** The id of each order in the database. @type {Map<string, string>} */
    this.ids = new Map();
    /** The invoice of each order. @type {Map<string, any>} */
    this.invoices = new Map();
  }

  /** @param {number} at */
  #unit(at) {
    return new Unit(this.manager, at, () => ({ kind: 'account', id: this.by }));
  }

  #within = (at) => ({ run: (work) => work(this.#unit(at)) });

  /** @param {import('./city/orders.mjs').Order[]} orders */
  async write(orders) {
    const steps = orders
      .flatMap((order) => this.#stepsOf(order))
      .filter(({ day }) => day < this.until)
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.rank - other.rank));
    // One minute later for each step: those of a day have an order.
    for (const [at, { day, act }] of steps.entries())
      await act(Date.parse(`${day}${TEN_O_CLOCK}`) + (at % 240) * 60_000);
  }

  /** What happens with an order. On a day, `rank` decides what comes first. */
  #stepsOf(order) {
    const { way, issuedOn, startedOn, creditedOn, paidOn, isPaid } = order;
    const createdOn = new Date(order.createdAt).toISOString().slice(0, 10);
    const step = (day, rank, act) => ({ day, rank, act });
    const steps = [step(createdOn, 0, (at) => this.#open(order, at))];
    if (way === 'quote-only')
      return [...steps, step(startedOn, 1, (at) => this.#issue(order, 'quote', {}, at))];
    if (WITH_DEPOSIT.includes(way))
      steps.push(step(startedOn, 1, (at) => this.#issue(order, 'deposit', DEPOSIT, at)));
    steps.push(step(issuedOn, 2, (at) => this.#issue(order, 'invoice', {}, at)));
    if (way === 'credited') steps.push(step(creditedOn, 3, (at) => this.#credit(order, at)));
    else if (isPaid) steps.push(step(paidOn, 4, (at) => this.#pay(order, paidOn, at)));
    return steps;
  }

  async #open(order, at) {
    const { organisationId, title, labId, lines } = order;
    const opened = new PrestationsService(undefined, undefined, this.#within(at));
    const { id } = await opened.create(this.by, { organisationId, title, labId });
    this.ids.set(order.id, id);
    for (const { label, activity, quantity, unitCents } of lines)
      await new LinesService(this.#within(at)).add(id, {
        ...{
          label,
          quantity: String(quantity),
          unit: 'C62',
          unitPrice: euros(unitCents),
          basis: 1,
          activity,
        },
        ...{ nature: 'services', details: [], discounts: [], stageId: null },
      });
  }

  async #issue(order, kind, request, at) {
    const unit = this.#unit(at);
    const prestation = await lockNamed(unit, this.ids.get(order.id));
    const draft = await insertDraft(unit, this.by, prestation, { kind, request });
    const issued = await issueDocument(unit, ISSUING, this.by, prestation, draft);
    if (kind === 'invoice') this.invoices.set(order.id, issued);
    return issued;
  }

  #credit(order, at) {
    const { id } = this.invoices.get(order.id);
    return this.#issue(order, 'credit-note', { citesId: id, credit: 'all' }, at);
  }

  /** The invoice, and the deposit before it, with one transfer. */
  async #pay(order, paidOn, at) {
    const { organisationId, clientName, means } = order;
    const found = await this.manager.findBy(PaperDocument, {
      prestationId: this.ids.get(order.id),
      state: 'issued',
    });
    const open = found.filter(({ grossCents }) => grossCents > 0);
    const cents = open.reduce((sum, { grossCents }) => sum + grossCents, 0);
    const moved = { cents, paidOn, means, payer: clientName, reference: null, note: null, key: null };
    const owner = { organisationId };
    const labId = means === 'cash' ? order.labId : null;
    const parts = open.map(({ id: documentId, grossCents }) => ({ documentId, cents: grossCents }));
    await PAYMENTS.record(this.#unit(at), this.by, { ...moved, owner, labId }, parts);
  }
}
