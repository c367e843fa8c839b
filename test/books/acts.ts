import type { OrganisationId } from '@pandafab/shared';
import { pick, type Random } from '../bench/queue/random';
import type { City, Paper, Payment } from './city';
import type { LineFact, PaperFact } from './facts';

const MEANS = ['transfer', 'card', 'cheque', 'cash', 'direct-debit'] as const;
const TAXES = [
  { rate: 2000, nature: 'services' },
  { rate: 0, nature: 'services' },
  { rate: 550, nature: 'goods' },
] as const;

export type Act = (city: City, random: Random, day: string) => Promise<unknown>;

const wholeBetween = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

function someLines(random: Random): LineFact[] {
  const lines = Array.from({ length: wholeBetween(random, 1, 4) }, () => {
    const quantity = random() < 0.6 ? wholeBetween(random, 1, 12) : wholeBetween(random, 1, 90_000) / 10_000;
    const price = wholeBetween(random, 1, 90_000_000) / 1_000_000;
    return { quantity: String(quantity), price: price.toFixed(6), ...pick(random, TAXES) };
  });
  const euros = lines.reduce((sum, { quantity, price }) => sum + Number(quantity) * Number(price), 0);
  // 0.0004 pieces at 3 euros are 0.00: there is nothing to invoice then, and a deposit needs some cents.
  return euros < 1 ? someLines(random) : lines;
}

const noted = (
  city: City,
  { id, number, issuedOn: day }: Paper,
  more: Pick<PaperFact, 'kind' | 'client'> & Partial<PaperFact>,
): void => {
  const nothing = { lines: [], depositRows: [], deposits: [], cites: null, isOfMember: false };
  city.facts.papers.push({ id, number, day, ...nothing, ...more });
};

/** Work for a client: sometimes a deposit or two, of which one may be credited, then the final invoice. */
export const sell: Act = async (city, random) => {
  const client = pick(random, city.clients);
  const lines = someLines(random);
  const order = await city.order(client, lines);
  const deposits: string[] = [];
  while (random() < 0.4 && deposits.length < 2) {
    const part = { percent: String(wholeBetween(random, 5, 45)) };
    const paper = await city.issue(order, 'deposit', { part });
    const depositRows = await city.rowsOf(paper.id);
    noted(city, paper, { kind: 'deposit', client, depositRows });
    if (random() < 0.2) {
      const credit = await city.issue(order, 'deposit-credit', { citesId: paper.id, credit: 'all' });
      noted(city, credit, { kind: 'deposit-credit', client, cites: paper.number });
    } else deposits.push(paper.number);
  }
  const final = await city.issue(order, 'invoice');
  noted(city, final, { kind: 'invoice', client, lines, deposits });
  if (random() < 0.1) {
    const credit = await city.issue(order, 'credit-note', { citesId: final.id, credit: 'all' });
    noted(city, credit, { kind: 'credit-note', client, cites: final.number });
  } else if (random() < 0.12 && deposits.length === 0) await creditPart(city, random, order, final, client);
};

/** Some pieces of one line, where it has whole pieces. */
async function creditPart(
  city: City,
  random: Random,
  order: Parameters<City['issue']>[0],
  final: Paper,
  client: OrganisationId,
): Promise<void> {
  const { lines } = await city.content(final.id);
  const fact = city.facts.papers.find(({ id }) => id === final.id);
  const line = lines.find(({ quantity, netCents }) => Number.isInteger(Number(quantity)) && netCents > 0);
  const sold = line && fact?.lines[lines.indexOf(line)];
  if (!line || !sold) return;
  const quantity = String(wholeBetween(random, 1, Number(line.quantity)));
  const credit = await city.issue(order, 'credit-note', {
    citesId: final.id,
    credit: [{ position: line.position, quantity }],
  });
  noted(city, credit, { kind: 'credit-note', client, cites: final.number, lines: [{ ...sold, quantity }] });
}

/** What is open of a client's documents, by the service's list: the recount compares it at the end. */
async function openOf(city: City, client: OrganisationId): Promise<Paper[]> {
  const { items } = await city.ask<{ items: Paper[] }>(
    'GET',
    `/documents?organisationId=${client}&limit=200&sort=issuedOn`,
  );
  return items.filter(({ openCents }) => (openCents ?? 0) > 0);
}

/** A client pays: a document, a part of it, several at once, or more than is open. Sometimes for a day before. */
export const receive: Act = async (city, random, day) => {
  const client = pick(random, city.clients);
  const open = (await openOf(city, client)).slice(0, wholeBetween(random, 1, 3));
  const moved = { means: pick(random, MEANS), paidOn: random() < 0.2 ? earlier(day) : day };
  if (open.length === 0) {
    if (random() < 0.1) await city.pay(client, { ...moved, cents: wholeBetween(random, 1, 20_000) }, []);
    return;
  }
  const whole = open.map(({ id, openCents }) => ({ documentId: id, cents: openCents ?? 0 }));
  const [first] = whole;
  if (random() < 0.25 && first && first.cents > 1) {
    const cents = wholeBetween(random, 1, first.cents - 1);
    await city.pay(client, { ...moved, cents }, [{ ...first, cents }]);
    return;
  }
  const sum = whole.reduce((total, { cents }) => total + cents, 0);
  const extra = random() < 0.15 ? wholeBetween(random, 1, 5_000) : 0;
  await city.pay(client, { ...moved, cents: sum + extra }, whole);
};

const earlier = (day: string): string =>
  day.endsWith('-01-01') ? day : new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** A payment was wrong: it is undone. */
export const undo: Act = async (city, random) => {
  const paid = city.facts.payments.filter(({ kind, isOfMember, means }) => {
    return kind === 'payment' && !isOfMember && means !== 'account';
  });
  if (paid.length === 0) return;
  const { id, number, means, owner } = pick(random, paid);
  const before = await city.ask<Payment>('GET', `/payments/${id}`);
  if (before.undoneBy !== null) return;
  const after = await city.ask<Payment>('POST', `/payments/${id}/undo`, { reason: 'Rejet' });
  const reversal = await city.ask<Payment>('GET', `/payments/${after.undoneBy}`);
  city.notePayment(reversal, means, owner, 'reversal');
  const parts = after.allotments.slice(before.allotments.length);
  city.noteParts({ ...reversal, number }, parts);
};

/** Money on an account is used for what is open, or given back. */
export const useBalance: Act = async (city, random, day) => {
  const client = pick(random, city.clients);
  const { onAccountCents } = await city.ask<{ onAccountCents: number }>(
    'GET',
    `/organisations/${client}/statement`,
  );
  if (onAccountCents <= 0) return;
  const [document] = await openOf(city, client);
  const unused = await city.ask<{ items: Payment[] }>(
    'GET',
    `/payments?organisationId=${client}&unused=true`,
  );
  const [source] = unused.items.filter(({ leftCents }) => leftCents > 0);
  if (document && source && random() < 0.6) {
    const cents = Math.min(source.leftCents, document.openCents ?? 0);
    const parts = [{ documentId: document.id, cents }];
    await city.ask('POST', `/payments/${source.id}/allotments`, { parts });
    city.noteParts(source, [{ document: document.number, cents }], day);
    return;
  }
  const cents = wholeBetween(random, 1, onAccountCents);
  const body = { cents, paidOn: day, means: 'transfer', reason: 'Trop payé' };
  const refund = await city.ask<Payment>('POST', `/organisations/${client}/refunds`, body);
  city.notePayment(refund, 'transfer', client, 'refund');
};

/** What was paid too much after a credit note goes to the account. */
export const release: Act = async (city, random, day) => {
  const client = pick(random, city.clients);
  const { items } = await city.ask<{ items: Paper[] }>(
    'GET',
    `/documents?organisationId=${client}&limit=200`,
  );
  const document = items.find(({ openCents }) => (openCents ?? 0) < 0);
  if (!document) return;
  const before = await city.ask<{ items: object[] }>('GET', `/documents/${document.id}/payments`);
  const after = await city.ask<{ items: { payment: string; cents: number }[] }>(
    'POST',
    `/documents/${document.id}/overpaid`,
    { reason: 'Avoir' },
  );
  for (const { payment: number, cents } of after.items.slice(before.items.length))
    city.facts.allotments.push({ day, payment: number, document: document.number, cents });
};
