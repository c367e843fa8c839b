import { addDays, idAt, instantAt } from './days.mjs';
import { between, pick } from './random.mjs';

/**
 * @typedef {object} OrderLine
 * @property {string} label
 * @property {'printing' | 'training' | 'video' | 'advice'} activity
 * @property {number} quantity
 * @property {number} unitCents net
 *
 * @typedef {object} Order
 * @property {string} id
 * @property {string} organisationId
 * @property {string} clientName
 * @property {string} title
 * @property {string | null} labId
 * @property {number} createdAt
 * @property {OrderLine[]} lines
 * @property {'plain' | 'discount' | 'deposit' | 'parts' | 'credited' | 'deposit-back' | 'all-back' | 'quote-only'} way
 * @property {string} startedOn the deposit or the first part is issued
 * @property {string} issuedOn the invoice is issued
 * @property {string} creditedOn
 * @property {string} paidOn
 * @property {'transfer' | 'cheque' | 'card' | 'cash'} means
 * @property {boolean} isPaid
 */

const LINES = /** @type {const} */ ([
  ['Pièces imprimées', 'printing', 4, 1250],
  ['Modélisation', 'advice', 3, 4500],
  ['Atelier en classe', 'training', 2, 9000],
  ['Formation de l’équipe', 'training', 6, 7500],
  ['Tournage', 'video', 2, 65_000],
  ['Montage', 'video', 14, 5200],
  ['Conseil', 'advice', 2, 6000],
  ['Série de pièces', 'printing', 20, 640],
]);
const TITLES = [
  'Accessoires de scène',
  'Film de la saison',
  'Initiation du personnel',
  'Prototype',
  'Signalétique',
];
const WAYS = /** @type {const} */ ([
  ...[
    'plain',
    'discount',
    'plain',
    'deposit',
    'plain',
    'credited',
    'plain',
    'parts',
    'plain',
    'deposit-back',
  ],
  ...['all-back', 'quote-only'],
]);
const MEANS = /** @type {const} */ (['transfer', 'transfer', 'cheque', 'card', 'transfer', 'cash']);
const PAID = 0.92;

/**
 * Clients' orders in the order of their invoices: what is decided about them, without the papers.
 * @param {import('./world.mjs').World} world
 * @returns {Order[]}
 */
export function ordersOf(world) {
  const random = world.random('orders');
  const clients = world.organisations.filter(({ kind }) => kind !== 'digital-space');
  const span = Math.max(1, world.pastDays.length - 60);
  const count = Math.round((world.size.orders * world.pastDays.length) / 365);
  return Array.from({ length: count }, (_, at) => {
    const issuedOn = addDays(world.from, Math.floor(((at + random()) * span) / count) + 20);
    const client = pick(random, clients);
    const createdOn = addDays(issuedOn, -between(random, 12, 19));
    const first = between(random, 0, LINES.length - 1);
    const lines = Array.from(
      { length: between(random, 1, 3) },
      (_line, n) => LINES[(first + n) % LINES.length],
    );
    return {
      ...{ id: idAt(instantAt(createdOn, 600), 112, at), organisationId: client.id, clientName: client.name },
      ...{ title: pick(random, TITLES), labId: random() < 0.8 ? pick(random, world.labs).id : null },
      createdAt: instantAt(createdOn, 600),
      lines: lines.map(([label, activity, most, unitCents]) => ({
        ...{ label, activity, unitCents, quantity: between(random, 1, most) },
      })),
      ...{ way: WAYS[at % WAYS.length], startedOn: addDays(createdOn, 2), issuedOn },
      ...{
        creditedOn: addDays(issuedOn, between(random, 3, 25)),
        paidOn: addDays(issuedOn, between(random, 1, 38)),
      },
      ...{ means: pick(random, MEANS), isPaid: random() < PAID },
    };
  });
}
