import { idAt, instantAt } from './days.mjs';

/**
 * Documents and payments as rows, for tests and measurements. They are plausible and add up; the chain does not hold
 * them, so the demonstration does not use them: it issues through the server’s own rules.
 */

const STANDARD = { categoryCode: 'S', rateBasisPoints: 2000, exemptionCode: null, exemptionText: null };
const EXEMPT = {
  ...{ categoryCode: 'E', rateBasisPoints: 0, exemptionCode: 'VATEX-FR-CGI261-7' },
  exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
};
const TAXES = { printing: STANDARD, video: STANDARD, advice: STANDARD, training: EXEMPT };
const PREFIXES = { invoice: 'FA', deposit: 'AC', 'credit-note': 'AV', 'deposit-credit': 'AVA', quote: 'DE' };
const DISCOUNT = 0.1;
const DEPOSIT = 0.3;

const euros = (cents) => (cents / 100).toFixed(2);
const isTaken = ({ kind }) => kind === 'credit-note' || kind === 'deposit-credit';

/** Lines as a document shows them. */
const itemsOf = (lines) =>
  lines.map(({ label, activity, quantity, unitCents }, at) => ({
    ...{ position: at + 1, kind: 'item', label, details: [], quantity: String(quantity), unit: 'C62' },
    ...{ unitPrice: euros(unitCents), basis: 1, discounts: [], netCents: quantity * unitCents },
    ...{ nature: 'services', activity, tax: TAXES[activity], sourceLineId: null, cites: null },
    creditedPosition: null,
  }));

const sum = (lines) => lines.reduce((total, { netCents }) => total + netCents, 0);

/** One line for each tax, with a share of the net: of a deposit, or of a part invoiced before. */
function shareOf(items, share, changes) {
  const taxes = [...new Set(items.map(({ tax }) => tax))];
  return taxes.map((tax, at) => {
    const whole = sum(items.filter((item) => item.tax === tax));
    const netCents = Math.round(whole * share);
    return {
      ...{ position: at + 1, kind: 'item', label: 'Acompte', details: [], quantity: '1', unit: 'C62' },
      ...{
        unitPrice: euros(netCents),
        basis: 1,
        discounts: [],
        netCents,
        nature: 'services',
        activity: null,
      },
      ...{ tax, sourceLineId: null, cites: null, creditedPosition: null, ...changes },
    };
  });
}

/** The same lines, taken back by the final invoice. */
const takenBack = (lines, { kind, number, issuedOn }, after) =>
  lines.map((line, at) => ({
    ...{ ...line, position: after + at + 1, kind: 'earlier', quantity: '-1', netCents: -line.netCents },
    cites: { kind, number, day: issuedOn },
  }));

/** The lines of an invoice on the credit note that takes them back, also those that took a deposit back. */
const credited = ({ kind, number, issuedOn, lines }) =>
  lines.map((line) => ({
    ...{ ...line, creditedPosition: line.position, cites: { kind, number, day: issuedOn } },
  }));

function rowsOf(lines, discounts) {
  const taxes = [...new Set(lines.map(({ tax }) => tax))];
  return taxes.map((tax) => {
    const less = discounts.flatMap(({ parts }) => parts).filter((part) => part.tax === tax);
    const baseCents =
      sum(lines.filter((line) => line.tax === tax)) - less.reduce((all, { cents }) => all + cents, 0);
    return { ...tax, baseCents, vatCents: Math.round((baseCents * tax.rateBasisPoints) / 10_000) };
  });
}

function discountOf(lines) {
  const taxes = [...new Set(lines.map(({ tax }) => tax))];
  const parts = taxes.map((tax) => ({
    ...{ tax, cents: Math.round(sum(lines.filter((line) => line.tax === tax)) * DISCOUNT) },
  }));
  const cents = parts.reduce((total, part) => total + part.cents, 0);
  return { label: 'Remise', percent: '10', cents, parts };
}

/** Numbers without gap in each series and year, in the order of days. */
class Papers {
  #counts = new Map();
  /** @type {Record<string, any>[]} */
  rows = [];

  constructor(world) {
    this.world = world;
  }

  #number(kind, day) {
    const series = `${PREFIXES[kind]}-${day.slice(0, 4)}`;
    const next = (this.#counts.get(series) ?? 0) + 1;
    this.#counts.set(series, next);
    return `${series}-${String(next).padStart(6, '0')}`;
  }

  /**
   * A document that is issued, or a quote that was sent.
   * @param {{ discounts?: any[], cited?: any }} [options]
   */
  issue(order, kind, issuedOn, lines, options = {}) {
    const { discounts = [], cited = null } = options;
    const number = this.#number(kind, issuedOn);
    const vat = rowsOf(lines, discounts);
    const netCents = vat.reduce((total, row) => total + row.baseCents, 0);
    const vatCents = vat.reduce((total, row) => total + row.vatCents, 0);
    const discountCents = discounts.reduce((total, { cents }) => total + cents, 0);
    const totals = {
      linesCents: sum(lines),
      discountCents,
      netCents,
      vatCents,
      grossCents: netCents + vatCents,
    };
    const content = {
      ...{ form: 1, kind, number, version: 1, replaces: null, issuedOn, dueOn: issuedOn, validUntil: null },
      ...{
        servedFrom: null,
        servedTo: issuedOn,
        reference: order.id,
        title: order.title,
        purchaseOrder: null,
      },
      ...{
        seller: { name: 'Association' },
        client: { kind: 'business', name: order.clientName },
        deliverTo: null,
      },
      ...{
        lines,
        discounts,
        vat,
        totals,
        cites: [],
        operationKind: 'services',
        process: 'S1',
        vatDue: 'payment',
      },
      ...{ notes: [], payment: null, terms: null },
    };
    const at = instantAt(issuedOn, 700);
    const paper = { id: idAt(at, 113, this.rows.length), kind, number, issuedOn, lines, ...totals };
    this.rows.push({
      ...{ id: paper.id, kind, state: kind === 'quote' ? 'sent' : 'issued', number, version: 1 },
      ...{ prestationId: order.id, organisationId: order.organisationId, citesId: cited?.id ?? null },
      ...{
        request: '{}',
        content: JSON.stringify(content),
        clientName: order.clientName,
        reference: order.id,
      },
      ...{
        title: order.title,
        foldedWords: this.world.folded(`${number} ${order.clientName} ${order.title}`),
      },
      ...{ issuedOn, dueOn: issuedOn, netCents, vatCents, grossCents: totals.grossCents },
      ...{ createdBy: this.world.admin, createdAt: at, issuedBy: this.world.admin, issuedAt: at, salt: '' },
    });
    return paper;
  }

  /** Nothing of it counts: it has no number and no day. */
  draft(order) {
    this.rows.push({
      ...{ id: idAt(order.createdAt, 114, this.rows.length), kind: 'invoice', state: 'draft', number: null },
      ...{ version: 1, prestationId: order.id, organisationId: order.organisationId, citesId: null },
      ...{
        request: '{}',
        content: null,
        clientName: order.clientName,
        reference: order.id,
        title: order.title,
      },
      ...{ foldedWords: '', issuedOn: null, dueOn: null, netCents: null, vatCents: null, grossCents: null },
      ...{
        createdBy: this.world.admin,
        createdAt: order.createdAt,
        issuedBy: null,
        issuedAt: null,
        salt: '',
      },
    });
  }
}

/**
 * What happened with an order: each document, with the day on which it was issued.
 * @param {import('./orders.mjs').Order} order
 * @returns {{ day: string, kind: string, lines: (made: any[]) => any[], discounts?: any[],
 *   cited?: (made: any[]) => any }[]}
 */
function stepsOf(order) {
  const items = itemsOf(order.lines);
  const { startedOn, issuedOn, creditedOn } = order;
  /** @param {(made: any[]) => any[]} [more] @param {object} [options] */
  const invoice = (more = () => [], options = {}) => ({
    ...{ day: issuedOn, kind: 'invoice', lines: (made) => [...items, ...more(made)], ...options },
  });
  const quote = { day: startedOn, kind: 'quote', lines: () => items };
  const deposit = { day: startedOn, kind: 'deposit', lines: () => shareOf(items, DEPOSIT, {}) };
  const part = {
    ...{ day: startedOn, kind: 'invoice' },
    lines: () => shareOf(items, DEPOSIT, { label: 'Première partie', activity: order.lines[0].activity }),
  };
  /** @param {any[]} made */
  const minusFirst = ([first]) => takenBack(first.lines, first, items.length);
  const last = ([...made]) => made.at(-1);
  switch (order.way) {
    case 'discount':
      return [invoice(() => [], { discounts: [discountOf(items)] })];
    case 'deposit':
      return [deposit, invoice(minusFirst)];
    case 'parts':
      return [part, invoice(minusFirst)];
    case 'credited':
      return [
        invoice(),
        {
          day: creditedOn,
          kind: 'credit-note',
          lines: ([paper]) => credited(paper).slice(0, 1),
          cited: last,
        },
      ];
    case 'all-back':
      return [
        deposit,
        invoice(minusFirst),
        { day: creditedOn, kind: 'credit-note', lines: ([, paper]) => credited(paper), cited: last },
      ];
    case 'deposit-back':
      return [
        deposit,
        { day: issuedOn, kind: 'deposit-credit', lines: ([first]) => first.lines, cited: last },
      ];
    case 'quote-only':
      return [quote];
    default:
      return [invoice()];
  }
}

/**
 * The documents and payments of all orders, in the order of their days.
 * @param {import('./world.mjs').World} world
 */
export function papersOf(world) {
  const papers = new Papers(world);
  const steps = world.orders
    .flatMap((order) => stepsOf(order).map((step, at) => ({ order, at, ...step })))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.at - other.at));
  const made = new Map();
  for (const { order, day, kind, lines, discounts, cited } of steps) {
    if (day >= world.today) continue;
    const before = made.get(order) ?? [];
    const paper = papers.issue(order, kind, day, lines(before), { discounts, cited: cited?.(before) });
    made.set(order, [...before, paper]);
  }
  for (const order of world.orders.slice(0, 2)) papers.draft(order);
  return { rows: papers.rows, ...paymentsOf(world, made) };
}

/** Most clients pay; what a credit note takes back is paid back. */
function paymentsOf(world, made) {
  const rows = [];
  const allotments = [];
  const due = [...made].flatMap(([order, papers]) =>
    papers
      .filter(({ kind, grossCents }) => order.isPaid && kind !== 'quote' && grossCents > 0)
      .map((paper) => ({ order, paper, day: dayOfPayment(order, paper) }))
      .filter(({ day }) => day < world.today),
  );
  due.sort((one, other) => (one.day < other.day ? -1 : 1));
  for (const [at, { order, paper, day }] of due.entries()) {
    const isBack = isTaken(paper);
    const cents = isBack ? -paper.grossCents : paper.grossCents;
    const number = `RG-${day.slice(0, 4)}-${String(at + 1).padStart(6, '0')}`;
    const id = idAt(instantAt(day, 660), 115, at);
    const by = { createdBy: world.admin, at: instantAt(day, 660) };
    rows.push({
      ...{
        id,
        number,
        kind: isBack ? 'refund' : 'payment',
        paidOn: day,
        bookedOn: day,
        means: order.means,
        cents,
      },
      ...{ organisationId: order.organisationId, labId: order.means === 'cash' ? order.labId : null },
      ...{
        payer: order.clientName,
        foldedWords: world.folded(`${number} ${order.clientName}`),
        ...by,
        salt: '',
      },
    });
    allotments.push({
      ...{ id: idAt(by.at, 116, at), number: `${number}/1`, paymentId: id, documentId: paper.id, cents },
      ...{ bookedOn: day, ...by },
    });
  }
  return { payments: rows, allotments };
}

const dayOfPayment = (order, paper) =>
  paper.issuedOn > order.paidOn || paper.issuedOn < order.issuedOn ? paper.issuedOn : order.paidOn;

/** @param {import('./world.mjs').World} world */
export const prestationRows = ({ orders, admin, folded }) =>
  orders.map(({ id, organisationId, title, labId, createdAt, way }, at) => {
    const reference = `PR-${new Date(createdAt).getUTCFullYear()}-${String(at + 1).padStart(4, '0')}`;
    return {
      ...{ id, reference, organisationId, title, state: way === 'quote-only' ? 'open' : 'invoiced', labId },
      ...{ foldedWords: folded(`${reference} ${title}`), createdBy: admin, createdAt, changedAt: createdAt },
    };
  });

const RATES = { free: false, machineHourCents: 300, materials: {}, setUpFeeCents: 50, minimumCents: 0 };
const PRICED = { ...RATES, otherMaterials: { unitPriceCents: 8340, basisGrams: 1000 } };

/** The tariff by which prints are priced, where there is none yet. @param {import('./world.mjs').World} world @returns {import('./tables.mjs').Table[]} */
export function tariffTables({ hasTariff, tariffId, tariffVersionId, openedAt, admin }) {
  if (hasTariff) return [];
  const categories = Object.fromEntries(
    ['resident', 'member', 'student', 'school', 'organisation'].map((group) => [
      group,
      { ...PRICED, free: group === 'resident' },
    ]),
  );
  const rates = JSON.stringify({ currency: 'EUR', categories });
  return [
    ['tariffs', [{ id: tariffId, name: 'Tarif', standard: true, createdAt: openedAt }]],
    [
      'tariff_versions',
      [{ id: tariffVersionId, tariffId, number: 1, rates, createdBy: admin, createdAt: openedAt }],
    ],
  ];
}
