import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { waitUntil } from '../lib/wait.mjs';

const FILE_WITHIN_MS = 30_000;
const VERIFIED_WITHIN_MS = 30_000;
const POLL_MS = 200;
/** 30 % of what was agreed. */
const DEPOSIT_PERCENT = '30';

const today = () => new Date().toISOString().slice(0, 10);
const inDays = (days) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** Printed parts with a discount, and a film in two stages. Each price is made up. */
const lines = (stages) => [
  {
    ...{ kind: 'typed', label: 'Équerres de montage, imprimées', quantity: '4', unit: 'C62' },
    ...{ unitPrice: '12.37', activity: 'printing', nature: 'goods' },
    discounts: [{ kind: 'percent', percent: '10', label: 'Remise de lancement' }],
  },
  {
    ...{ kind: 'typed', label: 'Film de présentation\u00a0: tournage', quantity: '1', unit: 'DAY' },
    ...{ unitPrice: '480.00', activity: 'video', nature: 'services', stageId: stages[0].id },
  },
  {
    ...{ kind: 'typed', label: 'Film de présentation\u00a0: montage', quantity: '1.5', unit: 'DAY' },
    ...{ unitPrice: '350.00', activity: 'video', nature: 'services', stageId: stages[1].id },
  },
];

/**
 * What is sold to a client, from the quote to the credit note, each step by the person who takes it.
 * @typedef {{ api: import('../lib/api-client.mjs').ApiClient, url: string, prestationId: string }} Sale
 */

/**
 * An order with its lines and stages.
 * @returns {Promise<Sale>}
 */
export async function beginSale(api, url, organisationId) {
  const order = await api.post('/api/v1/prestations', {
    ...{ organisationId, title: 'Équerres de montage et film de présentation', endsOn: inDays(21) },
  });
  const path = `/api/v1/prestations/${order.id}`;
  const planned = [
    { name: 'Tournage', plannedOn: inDays(7) },
    { name: 'Montage', plannedOn: inDays(14) },
  ];
  const { stages } = await api.put(`${path}/stages`, { version: 0, stages: planned });
  const { linesVersion } = await api.get(path);
  await api.put(`${path}/lines`, { version: linesVersion, lines: lines(stages) });
  return { api, url, prestationId: order.id };
}

const draft = ({ api, prestationId }, kind, request = {}) =>
  api.post(`/api/v1/prestations/${prestationId}/documents`, { kind, request });

/** Issues a document. @returns {Promise<any>} with its content */
async function issue(sale, kind, request) {
  const { id } = await draft(sale, kind, request);
  await sale.api.post(`/api/v1/documents/${id}/issue`);
  return sale.api.get(`/api/v1/documents/${id}`);
}

/**
 * The quote is sent, and the client accepts it on the page behind the secret link, as a browser without script does.
 * @param {Sale} sale
 * @param {string} name who accepts
 */
export async function sellQuote(sale, name) {
  const { api } = sale;
  const { id } = await draft(sale, 'quote');
  await api.post(`/api/v1/documents/${id}/send-quote`);
  const link = await api.post(`/api/v1/prestations/${sale.prestationId}/share-links`);
  // The link names the address that people use; this program knows the server by another.
  const page = `${sale.url}${new URL(link.url).pathname}`;
  await accept(page, name);
  return { quote: await api.get(`/api/v1/documents/${id}`), page };
}

const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

async function accept(page, name) {
  let html = '';
  const hasFiles = async () => {
    html = await (await fetch(page)).text();
    return hidden(html, 'pdf') !== '';
  };
  await waitUntil(hasFiles, { timeoutMs: FILE_WITHIN_MS, everyMs: POLL_MS });
  const fields = { number: hidden(html, 'number'), pdf: hidden(html, 'pdf'), name, agree: 'yes' };
  const answer = await fetch(`${page}/accept`, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Stop(`${answer.status} ${await answer.text()}`);
}

/** @param {Sale} sale */
export const issueDeposit = (sale) => issue(sale, 'deposit', { part: { percent: DEPOSIT_PERCENT } });

/** Both stages are done, and the final invoice deducts the deposit; then one of the parts is credited. */
export async function endSale(sale, directory) {
  const { api, prestationId } = sale;
  const path = `/api/v1/prestations/${prestationId}`;
  const { stages, stagesVersion } = await api.get(path);
  const done = stages.map(({ id, name, plannedOn, share }) => ({
    ...{ id, name, plannedOn, share, doneOn: today() },
  }));
  await api.put(`${path}/stages`, { version: stagesVersion, stages: done });
  const invoice = await issue(sale, 'invoice');
  const credit = [{ position: 1, quantity: '1' }];
  const creditNote = await issue(sale, 'credit-note', { citesId: invoice.id, credit });
  const files = await download(sale, invoice, directory);
  // As it is after the credit.
  const credited = await api.get(`/api/v1/documents/${invoice.id}`);
  return {
    invoice: credited,
    creditNote,
    ...files,
    order: await api.get(path),
    chain: await verifyChain(api),
  };
}

async function download({ api }, { id, number }, directory) {
  mkdirSync(join(directory, 'invoices'), { recursive: true });
  const [pdfPath, xmlPath] = ['pdf', 'xml'].map((kind) => join(directory, 'invoices', `${number}.${kind}`));
  await api.download(`/api/v1/documents/${id}/file/pdf`, pdfPath);
  await api.download(`/api/v1/documents/${id}/file/xml`, xmlPath);
  return { pdfPath, xmlPath };
}

async function verifyChain(api) {
  await api.post('/api/v1/chain/verification', { files: true });
  let verification;
  const hasEnded = async () => {
    verification = await api.get('/api/v1/chain/verification');
    return verification.state !== 'running';
  };
  await waitUntil(hasEnded, { timeoutMs: VERIFIED_WITHIN_MS, everyMs: POLL_MS });
  return verification;
}
