import { readFile, rm, writeFile } from 'node:fs/promises';
import { type DocumentId, newId } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil } from '@pandafab/testing';
import type { EntityTarget } from 'typeorm';
import { canonicalJson } from '../../../apps/server/src/money/chain/canonical-json';
import { ChainHead, ChainLink } from '../../../apps/server/src/money/chain/chain.entities';
import { documentPayload } from '../../../apps/server/src/money/chain/document-payload';
import { hashLink, NO_HASH } from '../../../apps/server/src/money/chain/link-hash';
import { DocumentFile, PaperDocument } from '../../../apps/server/src/money/documents/document.entities';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import type { Unit } from '../../../apps/server/src/platform/persistence/unit';
import { ChainedPapers, invoiceContent } from '../fixtures/chained-papers';

type Manager = Unit['manager'];

const TRIGGERS: readonly (readonly [table: string, name: string])[] = [
  ...['no_update', 'no_delete'].map((name) => ['chain_links', `chain_links_${name}`] as const),
  ...['no_update', 'no_delete'].map((name) => ['document_files', `document_files_${name}`] as const),
  ...['frozen', 'kept', 'state'].map((name) => ['documents', `documents_${name}`] as const),
  ['chain_head', 'chain_head_no_delete'],
];
const TABLES: readonly EntityTarget<object>[] = [ChainHead, ChainLink, PaperDocument, DocumentFile];

/** Five invoices, then the PDF of the third. */
const INVOICES = 5;
const LAST = INVOICES + 1;
const THIRD = 'FA-2026-000003';
const FIFTH = 'FA-2026-000005';

describeOnBothDatabases('a verification of the chain', (open) => {
  let papers: ChainedPapers;
  let file: DocumentFile;
  let rows: readonly (readonly [EntityTarget<object>, object[]])[];
  let log: string;

  beforeAll(async () => {
    const database = await open();
    papers = await ChainedPapers.open(database);
    const [, , third] = await papers.issueMany(INVOICES);
    if (!third) throw new Error('nothing issued');
    file = await papers.addPdf(third, 'a PDF');
    await pollUntil('the head file', async () => (await papers.headLog.log.last())?.sequence === LAST);
    log = await readFile(papers.headLog.log.file, 'utf8');
    rows = await Promise.all(TABLES.map(async (table) => [table, await papers.manager.find(table)] as const));
    // An attacker who can write to the database can also remove its triggers.
    await attack(async (manager) => {
      for (const [table, name] of TRIGGERS)
        await manager.query(`DROP TRIGGER ${name}${database.kind === 'SQLite' ? '' : ` ON ${table}`}`);
    });
  });
  afterAll(() => papers.world.server.stop());
  afterEach(async () => {
    await attack(async (manager) => {
      for (const [table] of [...rows].reverse())
        await manager.createQueryBuilder().delete().from(table).execute();
      for (const [table, all] of rows) await manager.insert(table, all);
    });
    await writeFile(papers.headLog.log.file, log);
  });

  const attack = (work: (manager: Manager) => Promise<unknown>) =>
    papers.world.write(async ({ manager }) => void (await work(manager)));
  const change = (number: string, how: (document: PaperDocument) => Partial<PaperDocument>) =>
    attack(async (manager) => {
      const document = await manager.findOneByOrFail(PaperDocument, { number });
      await manager.update(PaperDocument, { number }, how(document) as object);
    });
  const contentWith = (changes: (content: ReturnType<typeof invoiceContent>) => object) =>
    change(THIRD, ({ content }) => ({
      content: content && { ...content, ...changes(content) },
    }));
  const relink = (sequence: number, changes: Partial<ChainLink>) =>
    attack((manager) => manager.update(ChainLink, { sequence }, changes));
  const drop = (sequence: number) => attack((manager) => manager.delete(ChainLink, { sequence }));

  /** Computes all links again, with other payloads for some, as an attacker would who knows how they are made. */
  const forge = (payloadOf: (link: ChainLink) => string | null) =>
    attack(async (manager) => {
      const links = await manager.find(ChainLink, { order: { sequence: 'ASC' } });
      await manager.createQueryBuilder().delete().from(ChainLink).execute();
      let [hash, sequence] = [NO_HASH, 0];
      for (const link of links) {
        const payload = payloadOf(link);
        if (payload === null) continue;
        const forged = { ...link, payload, previousHash: hash };
        hash = hashLink(forged);
        sequence += 1;
        await manager.insert(ChainLink, { ...forged, hash, sequence });
      }
      await manager.update(ChainHead, { id: 'head' }, { hash, sequence });
    });
  const nowLogged = async () => {
    const { sequence, hash } = await papers.manager.findOneByOrFail(ChainHead, { id: 'head' });
    await writeFile(papers.headLog.log.file, `${JSON.stringify({ sequence, hash, at: 'now' })}\n`);
  };

  it('finds nothing where nothing was changed', async () => {
    expect(await papers.verify({ withFiles: true })).toMatchObject({
      ...{ links: LAST, documents: INVOICES, files: 1, erased: 0, problem: null },
    });
  });

  const changed = (part: string) => ({ code: 'CHAIN.DOCUMENT_CHANGED', number: THIRD, part });

  it('finds an amount that was changed', async () => {
    await contentWith(({ totals }) => ({ totals: { ...totals, grossCents: 1 } }));
    expect(await papers.problem()).toEqual(changed('amounts'));
  });

  it('finds a VAT row that was changed', async () => {
    await contentWith(({ vat }) => ({ vat: vat.map((row) => ({ ...row, rateBasisPoints: 550 })) }));
    expect(await papers.problem()).toEqual(changed('amounts'));
  });

  it('finds an amount that was changed for lists only', async () => {
    await change(THIRD, () => ({ grossCents: 1 }));
    expect(await papers.problem()).toEqual(changed('amounts'));
  });

  it('finds a client that was changed', async () => {
    await contentWith(({ client }) => ({ client: { ...client, name: 'Lycée Autre' } }));
    expect(await papers.problem()).toEqual(changed('client'));
  });

  it('finds a line’s text that was changed', async () => {
    await contentWith(({ lines }) => ({ lines: lines.map((line) => ({ ...line, label: 'Autre chose' })) }));
    expect(await papers.problem()).toEqual(changed('text'));
  });

  it.each([
    ['the day', { issuedOn: '2026-11-22' }],
    ['the cited documents', { cites: [{ kind: 'deposit', number: 'AC-2026-000001', day: '2026-11-01' }] }],
    ['the kind', { kind: 'deposit' }],
  ])('finds that %s was changed', async (_, changes) => {
    await contentWith(() => changes);
    expect(await papers.problem()).toEqual(changed('heading'));
  });

  it('finds a time of issue and a due date that were changed', async () => {
    await change(THIRD, ({ issuedAt }) => ({ issuedAt: (issuedAt ?? 0) + 1 }));
    expect(await papers.problem()).toEqual(changed('heading'));
    await change(THIRD, ({ issuedAt }) => ({ issuedAt: (issuedAt ?? 0) - 1, dueOn: '2027-01-01' }));
    expect(await papers.problem()).toEqual(changed('heading'));
  });

  it('finds a salt that was changed', async () => {
    await change(THIRD, () => ({ salt: 'f'.repeat(64) }));
    expect(await papers.problem()).toEqual(changed('client'));
  });

  it('stays whole when a client and the salt are erased, and still finds a changed amount', async () => {
    const erased = { name: '', contactName: null, addressLine: '', email: null };
    await contentWith(({ client }) => ({ client: { ...client, ...erased } }));
    await change(THIRD, () => ({ salt: '' }));
    expect(await papers.verify()).toMatchObject({ links: LAST, erased: 1, problem: null });
    await contentWith(({ totals }) => ({ totals: { ...totals, netCents: 1 } }));
    expect(await papers.problem()).toEqual(changed('amounts'));
  });

  it('finds a document that was deleted', async () => {
    await attack((manager) => manager.delete(PaperDocument, { number: FIFTH }));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.DOCUMENT_MISSING', number: FIFTH });
  });

  it('finds a document that was put in without a link', async () => {
    await change(FIFTH, (document) => ({ ...document, number: 'FA-2026-000006' }));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.DOCUMENT_MISSING', number: FIFTH });
    await change('FA-2026-000006', (document) => ({ ...document, number: FIFTH }));
    await attack(async (manager) => {
      const document = await manager.findOneByOrFail(PaperDocument, { number: FIFTH });
      const copy = { ...document, id: newId<DocumentId>(), number: 'FA-2026-000006' };
      await manager.insert(PaperDocument, copy as object);
    });
    expect(await papers.problem()).toEqual({ code: 'CHAIN.DOCUMENT_UNLINKED', number: 'FA-2026-000006' });
  });

  it('finds a link that was deleted in the middle', async () => {
    await drop(2);
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LINK_MISSING', sequence: 2 });
  });

  it('finds a link that was deleted at the end', async () => {
    await drop(LAST);
    expect(await papers.problem()).toEqual({ code: 'CHAIN.TAIL_CUT', last: LAST - 1, sequence: LAST });
  });

  it('finds an end that was cut off together with its document and the head', async () => {
    await attack((manager) => manager.delete(DocumentFile, { id: file.id }));
    await attack((manager) => manager.delete(PaperDocument, { number: FIFTH }));
    for (const sequence of [LAST, LAST - 1]) await drop(sequence);
    const last = await papers.manager.findOneByOrFail(ChainLink, { sequence: LAST - 2 });
    await attack((manager) =>
      manager.update(ChainHead, { id: 'head' }, { sequence: last.sequence, hash: last.hash }),
    );
    expect(await papers.problem()).toMatchObject({ code: 'CHAIN.TAIL_CUT', last: LAST - 2 });
  });

  it('finds a head that was changed', async () => {
    await attack((manager) => manager.update(ChainHead, { id: 'head' }, { sequence: LAST - 1 }));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.HEAD_CHANGED', sequence: LAST - 1 });
  });

  it('finds two links that changed places', async () => {
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ] as const)
      await relink(from, { sequence: to });
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LINK_DISPLACED', sequence: 2, number: THIRD });
  });

  it('finds a payload, a subject and a version that were changed', async () => {
    const { payload, version } = await papers.manager.findOneByOrFail(ChainLink, { sequence: 3 });
    await relink(3, { payload: payload.replace('"net":', '"net": ') });
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LINK_CHANGED', sequence: 3, number: THIRD });
    await relink(3, { payload, subject: 'FA-2026-000009' });
    expect(await papers.problem()).toMatchObject({ code: 'CHAIN.LINK_CHANGED', sequence: 3 });
    await relink(3, { subject: THIRD, version: 'other' });
    expect(await papers.problem()).toMatchObject({ code: 'CHAIN.VERSION_UNKNOWN', version: 'other' });
    await relink(3, { version });
    expect(await papers.problem()).toBeNull();
  });

  it('finds a link that was forged alone', async () => {
    const link = await papers.manager.findOneByOrFail(ChainLink, { sequence: 3 });
    const payload = link.payload.replace('"cites":[]', '"cites":[{"day":"2026-01-01","number":"X"}]');
    await relink(3, { payload, hash: hashLink({ ...link, payload }) });
    await contentWith(() => ({ cites: [{ kind: 'invoice', number: 'X', day: '2026-01-01' }] }));
    // The salted hash of the texts covers the citations too.
    expect(await papers.problem()).toEqual(changed('text'));
    await contentWith(() => ({ cites: [] }));
    await relink(3, { payload: link.payload, hash: link.hash });
    await forgeAmount();
    await relink(4, { previousHash: link.hash, hash: 'a'.repeat(64) });
    expect(await papers.problem()).toMatchObject({ code: 'CHAIN.LINK_CHANGED', sequence: 4 });
  });

  /** Changes the third invoice, and computes its link and all later ones again. */
  async function forgeAmount(): Promise<void> {
    const forged = invoiceContent(3);
    const totals = { ...forged.totals, netCents: 1, grossCents: 2, vatCents: 1 } as typeof forged.totals;
    const content = { ...forged, totals };
    await change(
      THIRD,
      () => ({ content, netCents: 1, grossCents: 2, vatCents: 1 }) as Partial<PaperDocument>,
    );
    const document = await papers.manager.findOneByOrFail(PaperDocument, { number: THIRD });
    const issuedAt = document.issuedAt ?? 0;
    await forge(({ subject, kind, payload }) =>
      subject === THIRD && kind === 'document'
        ? canonicalJson(documentPayload({ content, issuedAt, salt: document.salt }))
        : payload,
    );
  }

  it('finds by the head file a chain that was computed again', async () => {
    await forgeAmount();
    expect(await papers.problem()).toMatchObject({ code: 'CHAIN.LOG_DIFFERS' });
    // Nothing inside the service shows this: hence the advice to keep the last link elsewhere.
    await nowLogged();
    expect(await papers.problem()).toBeNull();
  });

  it('finds a gap in a series, even in a chain that was computed again with its head file', async () => {
    await attack((manager) => manager.delete(DocumentFile, { id: file.id }));
    await attack((manager) => manager.delete(PaperDocument, { number: THIRD }));
    await forge(({ subject, payload }) => (subject === THIRD ? null : payload));
    await nowLogged();
    expect(await papers.problem()).toEqual({
      ...{ code: 'CHAIN.NUMBER_MISSING', number: THIRD, next: 'FA-2026-000004' },
    });
  });

  it('finds a head file that was cut or removed', async () => {
    const first = await papers.manager.findOneByOrFail(ChainLink, { sequence: 1 });
    const { hash } = first;
    await writeFile(papers.headLog.log.file, `${JSON.stringify({ sequence: 1, hash, at: 'then' })}\n`);
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LOG_BEHIND', last: 1, sequence: LAST });
    await rm(papers.headLog.log.file);
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LOG_BEHIND', last: 0, sequence: LAST });
  });

  it('finds recorded files that were changed, removed or put in', async () => {
    const place = { number: THIRD, file: 'PDF' };
    await attack((manager) => manager.update(DocumentFile, { id: file.id }, { sha256: '0'.repeat(64) }));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.FILES_CHANGED', ...place });
    await attack((manager) => manager.delete(DocumentFile, { id: file.id }));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.FILES_CHANGED', ...place });
    const fifth = await papers.manager.findOneByOrFail(PaperDocument, { number: FIFTH });
    const other = { ...file, id: newId<string>(), documentId: fifth.id };
    await attack((manager) => manager.insert(DocumentFile, [file, other]));
    expect(await papers.problem()).toEqual({ code: 'CHAIN.FILES_UNLINKED', number: FIFTH });
  });

  it('finds stored contents that were changed or lost, where it reads them', async () => {
    const place = { number: THIRD, file: 'PDF' };
    const path = papers.world.server.app.get(FileStore).path(file.sha256);
    await writeFile(path, 'b PDF');
    expect(await papers.problem()).toBeNull();
    expect(await papers.problem({ withFiles: true })).toEqual({ code: 'CHAIN.FILE_CHANGED', ...place });
    await rm(path);
    expect(await papers.problem({ withFiles: true })).toEqual({ code: 'CHAIN.FILE_LOST', ...place });
    await writeFile(path, 'a PDF');
  });
});
