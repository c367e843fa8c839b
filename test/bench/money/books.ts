import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperContent } from '@pandafab/domain';
import { cents, folded } from '@pandafab/shared';
import type { LinkRecord } from '../../../apps/server/src/money/chain/append-link';
import { canonicalJson } from '../../../apps/server/src/money/chain/canonical-json';
import { documentPayload } from '../../../apps/server/src/money/chain/document-payload';
import { filesPayload } from '../../../apps/server/src/money/chain/files-payload';
import { CHAIN_VERSION, hashLink, sha256 } from '../../../apps/server/src/money/chain/link-hash';
import type { Foundations } from '../../city/foundations';
import type { Direct, Row } from '../search/direct';
import { clientOf, fillClients } from './clients';
import { fillQuotes, type Known } from './quotes';
import { invoiceNumber, SAMPLE } from './sample';

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

const ISSUED_AT = Date.UTC(2022, 0, 5, 9);
/** 50 000 in four years. */
const BETWEEN_MS = 2_520_000;
const DAY_MS = 86_400_000;

const idOf = (at: number): string => `01900000-0000-7000-8999-${at.toString(16).padStart(12, '0')}`;
const saltOf = (at: number): string => sha256(`salt ${at}`);
const issuedAtOf = (at: number): number => ISSUED_AT + at * BETWEEN_MS;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The sample with other words, days and amounts; nothing here reads its lines. */
function contentOf(at: number): PaperContent {
  const netCents = cents(1_000 + ((at * 7_919) % 500_000));
  const vatCents = cents(Math.round(netCents / 5));
  return {
    ...{ ...SAMPLE, number: invoiceNumber(at), title: `Pièces ${at % 89}`, reference: `PR-${at % 9_973}` },
    ...{ issuedOn: dayOf(issuedAtOf(at)), dueOn: dayOf(issuedAtOf(at) + 30 * DAY_MS) },
    totals: { ...SAMPLE.totals, netCents, vatCents, grossCents: cents(netCents + vatCents) },
  };
}

/**
 * Issued invoices with their files and links, written as issuing writes them: the API would take hours for so many. The
 * chain goes on from where it is, and the head file reaches its end.
 * @returns the last link
 */
export async function fillBooks(direct: Direct, foundations: Foundations, count: number): Promise<Head> {
  const [known] = await direct.query<{ id: string; createdBy: string }>(
    'SELECT id, "createdBy" FROM prestations LIMIT 1',
  );
  if (!known) throw new Error('no prestation');
  await fillClients(direct);
  await direct.fill('documents', count, (at) => documentRow(at, known));
  await fillQuotes(direct, known, count / 10);
  await direct.fill('document_files', 2 * count, fileRow);
  const [head] = await direct.query<Head>('SELECT sequence, hash FROM chain_head');
  if (!head) throw new Error('no head');
  const last = await addLinks(direct, count, { sequence: Number(head.sequence), hash: head.hash });
  await direct.query(
    `UPDATE chain_head SET sequence = ${last.sequence}, hash = '${last.hash}', at = ${ISSUED_AT}`,
  );
  const line = JSON.stringify({ ...last, at: new Date(ISSUED_AT).toISOString() });
  appendFileSync(join(foundations.serverData, 'chain-head.log'), `${line}\n`);
  return last;
}

function documentRow(at: number, known: Known): Row {
  const content = contentOf(at);
  const { number, reference, title, issuedOn, dueOn, totals } = content;
  const { id: organisationId, name } = clientOf(at);
  return {
    ...{ id: idOf(at), kind: 'invoice', state: 'issued', number, version: 1, prestationId: known.id },
    ...{ organisationId, request: '{}', content: JSON.stringify(content) },
    ...{ clientName: name, reference, title, foldedWords: folded(`${number} ${name} ${reference} ${title}`) },
    ...{
      issuedOn,
      dueOn,
      netCents: totals.netCents,
      vatCents: totals.vatCents,
      grossCents: totals.grossCents,
    },
    ...{ createdBy: known.createdBy, createdAt: issuedAtOf(at), issuedBy: known.createdBy },
    ...{ issuedAt: issuedAtOf(at), salt: saltOf(at) },
  };
}

const PDF = sha256('pdf');
const XML = sha256('xml');

function fileRow(at: number): Row {
  const isPdf = at % 2 === 0;
  return {
    ...{ id: `file-${at}`, documentId: idOf(Math.ceil(at / 2)), kind: isPdf ? 'pdf' : 'xml' },
    ...{ sha256: isPdf ? PDF : XML, bytes: 1, createdAt: ISSUED_AT },
  };
}

async function addLinks(direct: Direct, count: number, head: Head): Promise<Head> {
  let last = head;
  await direct.fill('chain_links', 2 * count, (at) => {
    const record = recordOf(at);
    const parts = { version: CHAIN_VERSION, previousHash: last.hash, payload: canonicalJson(record) };
    last = { sequence: last.sequence + 1, hash: hashLink(parts) };
    return { ...last, kind: record.record, subject: record.number, ...parts };
  });
  return last;
}

/** Odd places are documents, even ones the files of the document before. */
function recordOf(place: number): LinkRecord {
  const at = Math.ceil(place / 2);
  if (place % 2 === 1)
    return documentPayload({ content: contentOf(at), issuedAt: issuedAtOf(at), salt: saltOf(at) });
  return filesPayload(invoiceNumber(at), [
    { kind: 'pdf', sha256: PDF },
    { kind: 'xml', sha256: XML },
  ]);
}
