import { folded } from '@pandafab/shared';
import type { HttpClient } from '@pandafab/testing';
import type { Foundations } from '../../city/foundations';
import type { Figure } from '../fleet/figures';
import { residentMb, usedSeconds } from '../process-use';
import type { Direct, Row } from '../search/direct';
import { clientOf } from './clients';
import { SAMPLE } from './sample';

const MOST_SECONDS = 15;
const MOST_MB = 200;
const LOOK_EVERY_MS = 50;
/** A year of which nothing else in the books is. */
const YEAR = 2031;
const DAYS = 365;
const DAY_MS = 86_400_000;

interface Known {
  readonly id: string;
  readonly createdBy: string;
}

const idOf = (kind: 'document' | 'payment' | 'allotment', at: number): string =>
  `01900000-0000-7000-8${{ document: 'a01', payment: 'a02', allotment: 'a03' }[kind]}-${at.toString(16).padStart(12, '0')}`;

/** In order: the first of many on 1 January, the last on 31 December. */
const dayOf = (at: number, count: number): string =>
  new Date(Date.UTC(YEAR, 0, 1) + Math.floor(((at - 1) * DAYS) / count) * DAY_MS).toISOString().slice(0, 10);
const numberOf = (prefix: string, at: number): string => `${prefix}-${YEAR}-${String(at).padStart(6, '0')}`;

/** Invoices of five lines at three rates, each paid on its day: two entries each. */
export async function fillEntries(direct: Direct, entries: number): Promise<void> {
  const count = entries / 2;
  const [known] = await direct.query<Known>('SELECT id, "createdBy" FROM prestations LIMIT 1');
  if (!known) throw new Error('no prestation');
  await direct.fill('documents', count, (at) => documentRow(at, count, known));
  await direct.fill('payments', count, (at) => paymentRow(at, count, known));
  await direct.fill('allotments', count, (at) => allotmentRow(at, count, known));
}

function documentRow(at: number, count: number, { id, createdBy }: Known): Row {
  const issuedOn = dayOf(at, count);
  const { id: organisationId, name } = clientOf(at);
  const number = numberOf('FB', at);
  const content = { ...SAMPLE, number, issuedOn, dueOn: issuedOn, client: { ...SAMPLE.client, name } };
  const { netCents, vatCents, grossCents } = SAMPLE.totals;
  return {
    ...{ id: idOf('document', at), kind: 'invoice', state: 'issued', number, version: 1, prestationId: id },
    ...{ organisationId, request: '{}', content: JSON.stringify(content), clientName: name },
    ...{ reference: `PR-${at}`, title: 'Pièces', foldedWords: folded(`${number} ${name}`), issuedOn },
    ...{ dueOn: issuedOn, netCents, vatCents, grossCents, createdBy, createdAt: at, issuedBy: createdBy },
    ...{ issuedAt: at, salt: '' },
  };
}

const paymentRow = (at: number, count: number, { createdBy }: Known): Row => ({
  ...{ id: idOf('payment', at), number: numberOf('RB', at), kind: 'payment', paidOn: dayOf(at, count) },
  ...{ bookedOn: dayOf(at, count), means: 'transfer', cents: SAMPLE.totals.grossCents },
  ...{ organisationId: clientOf(at).id, payer: clientOf(at).name, createdBy, at, salt: '' },
});

const allotmentRow = (at: number, count: number, { createdBy }: Known): Row => ({
  ...{ id: idOf('allotment', at), number: `${numberOf('RB', at)}/1`, paymentId: idOf('payment', at) },
  ...{ documentId: idOf('document', at), cents: SAMPLE.totals.grossCents, bookedOn: dayOf(at, count) },
  ...{ createdBy, at },
});

/** The file of the year, downloaded as staff do; its memory is what the server's process grows by. */
export async function measureFec(
  foundations: Foundations,
  database: string,
  entries: number,
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const pid = foundations.servers[0]?.pid ?? 0;
  const before = residentMb(pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, LOOK_EVERY_MS);
  const usedBefore = usedSeconds(pid);
  const begun = performance.now();
  const found = await download(client).finally(() => clearInterval(watch));
  const seconds = (performance.now() - begun) / 1_000;
  const named = { scenario: `${database}, fec` };
  const limits = entries >= 200_000 ? [{ most: MOST_SECONDS }, { most: MOST_MB }] : [{}, {}];
  return [
    {
      ...named,
      name: `${found.entries} entries, ${found.lines} lines`,
      value: seconds,
      unit: 's',
      ...limits[0],
    },
    { ...named, name: 'CPU of the server', value: usedSeconds(pid) - usedBefore, unit: 's' },
    { ...named, name: 'memory that the server grows by', value: most - before, unit: 'MB', ...limits[1] },
    { ...named, name: 'entries missing', value: entries - found.entries, unit: '', most: 0 },
  ];
}

/** Counts lines and entries while they come: the file has hundreds of megabytes. */
async function download(client: HttpClient): Promise<{ entries: number; lines: number }> {
  const headers = { authorization: `Bearer ${client.token}` };
  const url = `${client.baseUrl}/api/v1/exports/fec?from=${YEAR}-01-01&to=${YEAR}-12-31`;
  const response = await fetch(url, { headers });
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const decoder = new TextDecoder();
  let [rest, lines, entries] = ['', 0, 0];
  for await (const bytes of response.body) {
    const complete = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split('\r\n');
    rest = complete.pop() ?? '';
    lines += complete.length;
    entries = Number(complete.at(-1)?.split('\t')[2] ?? entries);
  }
  return { entries, lines: lines - 1 };
}
