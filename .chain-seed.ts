import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
const R = '/work/wt-chain';
const { schema } = require(`${R}/apps/server/src/app/schema`);
const { openDatabase, closeDatabase } = require(`${R}/apps/server/src/platform/persistence/data-source`);
const { documentPayload } = require(`${R}/apps/server/src/money/chain/document-payload`);
const { filesPayload } = require(`${R}/apps/server/src/money/chain/files-payload`);
const { canonicalJson } = require(`${R}/apps/server/src/money/chain/canonical-json`);
const { hashLink, NO_HASH, CHAIN_VERSION } = require(`${R}/apps/server/src/money/chain/link-hash`);
const { HeadLog, headLogFile } = require(`${R}/apps/server/src/money/chain/head-log`);
const { paperContent } = require(`${R}/test/medium/fixtures/paper-content`);
async function main() {
  const dir = '/tmp/chainbench/data';
  rmSync(dir, { recursive: true, force: true });
  const db = await openDatabase({ sqliteFile: `${dir}/pandafab.sqlite` }, schema);
  const r = db.writer.createQueryRunner();
  await r.query('PRAGMA foreign_keys = OFF');
  await r.startTransaction();
  let hash = NO_HASH, sequence = 0;
  const add = async (record: any) => {
    const parts = { version: CHAIN_VERSION, previousHash: hash, payload: canonicalJson(record) };
    hash = hashLink(parts); sequence += 1;
    await r.query('INSERT INTO chain_links (hash, sequence, version, kind, subject, payload, "previousHash") VALUES (?,?,?,?,?,?,?)', [hash, sequence, parts.version, record.record, record.number, parts.payload, parts.previousHash]);
  };
  for (let i = 1; i <= 50000; i++) {
    const number = `FA-2026-${String(i).padStart(6, '0')}`;
    const base = paperContent('invoice', number, '2026-11-23', { netCents: 10000 + i });
    const content = { ...base, lines: [1, 2, 3, 4, 5].map((position) => ({ ...base.lines[0], position, details: ['Préparation : 1,00 €', 'Machine : 0,5 h × 2,50 € = 1,25 €'] })), notes: [{ code: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement : 40 €', isPrinted: true }, { code: 'PMD', text: 'Pénalités de retard : trois fois le taux d’intérêt légal', isPrinted: true }, { code: 'AAB', text: 'Pas d’escompte', isPrinted: true }] };
    const salt = randomBytes(32).toString('hex'); const id = randomUUID();
    const t = content.totals;
    await r.query(`INSERT INTO documents (id, kind, state, number, version, "prestationId", "organisationId", request, content, "clientName", reference, title, "issuedOn", "dueOn", "netCents", "vatCents", "grossCents", "createdBy", "createdAt", "issuedBy", "issuedAt", salt) VALUES (?, 'invoice','issued',?,1,'p','o','{}',?,'c','r','t',?,?,?,?,?,'a',0,'a',0,?)`, [id, number, JSON.stringify(content), '2026-11-23', '2026-11-23', t.netCents, t.vatCents, t.grossCents, salt]);
    const files = ['pdf', 'xml'].map((kind) => ({ kind, sha256: randomBytes(32).toString('hex') }));
    for (const f of files) await r.query('INSERT INTO document_files (id,"documentId",kind,sha256,bytes,"createdAt") VALUES (?,?,?,?,1,0)', [randomUUID(), id, f.kind, f.sha256]);
    await add(documentPayload({ content, issuedAt: 0, salt }));
    await add(filesPayload(number, files));
  }
  await r.query('UPDATE chain_head SET sequence=?, hash=?', [sequence, hash]);
  await r.commitTransaction();
  await closeDatabase(db);
  await new HeadLog(headLogFile(dir)).append({ sequence, hash, at: 'x' });
  console.log('seeded', sequence);
}
void main();
