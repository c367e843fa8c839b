import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';

const MOST_MS = 100;

/** What staff ask of the list of documents. */
const QUERIES: Readonly<Record<string, (round: number) => string>> = {
  'first page': () => '',
  'page 800': () => '&offset=20000',
  'page 800 by amount': () => '&sort=-grossCents&offset=20000',
  'invoices by day, page 800': () => '&kind=invoice&sort=issuedOn&offset=20000',
  'by kind': (round) => `&kind=${['invoice', 'deposit', 'quote'][round % 3]}`,
  'by number': () => '&sort=number',
  'by client': () => '&sort=client',
  'by amount': () => '&sort=-grossCents',
  'by due date': () => '&sort=dueOn',
  'by state': (round) => `&state=${['sent', 'issued', 'accepted'][round % 3]}`,
  'of a kind and a state, by number': () => '&kind=quote&state=sent&sort=-number',
  overdue: () => '&overdue=true',
  'a number typed': (round) => `&search=FA-2026-${String(1 + round * 37).padStart(6, '0')}`,
  'a client typed': (round) =>
    `&search=${encodeURIComponent(['mairie', 'lycée', 'vauban', 'parc'][round % 4] ?? '')}`,
  'words that are nowhere': (round) => `&search=zyx${round}`,
};

/** Each kind of query, one after the other, as a person asks. */
export async function measureList(
  foundations: Foundations,
  database: string,
  documents: number,
  rounds: number,
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const all: number[] = [];
  const figures: Figure[] = [];
  for (const [kind, query] of Object.entries(QUERIES)) {
    const times: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const time = await timed(client, query(round + 1));
      if (round >= 0) times.push(time);
    }
    all.push(...times);
    figures.push({ ...named(database), name: `${kind}, 99 %`, value: percentile(times, 0.99), unit: 'ms' });
  }
  const whole = { ...named(database), value: percentile(all, 0.99), unit: 'ms' };
  return [...figures, { ...whole, name: `all of these, ${documents} documents, 99 %`, most: MOST_MS }];
}

const named = (database: string) => ({ scenario: `${database}, list` });

async function timed(client: HttpClient, query: string): Promise<number> {
  const begun = performance.now();
  await expectStatus(client.get(`/api/v1/documents?limit=25${query}`), 200);
  return performance.now() - begun;
}
