import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { systemClock } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil } from '@pandafab/testing';
import { appendLink } from '../../../apps/server/src/money/chain/append-link';
import { ChainHead, ChainLink } from '../../../apps/server/src/money/chain/chain.entities';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { SERVER_CONFIG } from '../../../apps/server/src/platform/kit/config';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { ChainedPapers, invoiceContent } from '../fixtures/chained-papers';
import { paperContent } from '../fixtures/paper-content';

describeOnBothDatabases('the chain of documents', (open) => {
  let papers: ChainedPapers;

  beforeEach(async () => {
    papers = await ChainedPapers.open(await open());
  });
  afterEach(() => papers.world.server.stop());

  const logged = async () => (await papers.headLog.log.last())?.sequence;
  const untilLogged = (sequence: number) =>
    pollUntil(`link ${sequence} in the head file`, async () => (await logged()) === sequence);
  const head = () => papers.manager.findOneByOrFail(ChainHead, { id: 'head' });
  const links = () => papers.manager.find(ChainLink, { order: { sequence: 'ASC' } });
  /** A writer as the next start of the server makes it. */
  const nextWriter = () => {
    const { app } = papers.world.server;
    return new HeadLogWriter(app.get(SERVER_CONFIG), systemClock, app.get(ReadDatabase));
  };

  it('is whole without any document', async () => {
    expect(await papers.verify()).toMatchObject({ links: 0, documents: 0, problem: null });
  });

  it('has one link for each document and one for its files, each with the hash of the one before', async () => {
    const [invoice] = await papers.issueMany(1);
    if (!invoice) throw new Error('nothing issued');
    const { sha256 } = await papers.addPdf(invoice, 'a PDF');
    const cited = { kind: 'invoice', number: 'FA-2026-000001', day: '2026-11-23' } as const;
    await papers.issue(paperContent('credit-note', 'AV-2026-000001', '2026-11-23', { cites: [cited] }));
    const found = await links();
    expect(found.map(({ sequence, kind, subject }) => [sequence, kind, subject])).toEqual([
      [1, 'document', 'FA-2026-000001'],
      [2, 'files', 'FA-2026-000001'],
      [3, 'document', 'AV-2026-000001'],
    ]);
    expect(found.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      found.slice(0, 2).map(({ hash }) => hash),
    );
    expect(JSON.parse(found[1]?.payload ?? '')).toEqual({
      ...{ record: 'files', number: 'FA-2026-000001', pdf: sha256, xml: null },
    });
    expect(JSON.parse(found[2]?.payload ?? '')).toEqual({
      ...{ record: 'document', kind: 'credit-note', number: 'AV-2026-000001', day: '2026-11-23' },
      issuedAt: '2026-11-23T09:00:00.000Z',
      cites: [{ number: 'FA-2026-000001', day: '2026-11-23' }],
      seller: '123456782',
      client: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: [{ category: 'S', rate: 2000, base: 10_000, vat: 2000 }],
      totals: { net: 10_000, vat: 2000, gross: 12_000 },
    });
    await untilLogged(3);
    expect(await papers.verify({ withFiles: true })).toMatchObject({
      ...{ links: 3, documents: 2, erased: 0, files: 1, problem: null },
    });
  });

  it('has no name, address or text of a person', async () => {
    await papers.issueMany(1);
    const [{ payload } = { payload: '' }] = await links();
    for (const secret of ['Lycée', 'Ana', 'Mairie', 'Formation']) expect(payload).not.toContain(secret);
  });

  it('has no link for a quote', async () => {
    await papers.issue(paperContent('quote', 'DE-2026-000001', '2026-11-23'));
    expect(await links()).toEqual([]);
    expect(await papers.problem()).toBeNull();
  });

  it('stays one line when many documents are issued at the same time', async () => {
    const contents = Array.from({ length: 20 }, (_, at) =>
      paperContent('invoice', `F${at}-2026-000001`, '2026-11-23'),
    );
    await Promise.all(contents.map((content) => papers.issue(content)));
    expect((await links()).map(({ sequence }) => sequence)).toEqual(contents.map((_, at) => at + 1));
    await untilLogged(20);
    expect(await papers.problem()).toBeNull();
  });

  it('has no gap after an issue that failed', async () => {
    await papers.issueMany(1);
    const failing = papers.world.write(async (unit) => {
      await papers.issueIn(unit, invoiceContent(2));
      throw new Error('the power fails here');
    });
    await expect(failing).rejects.toThrow('the power fails here');
    await papers.issue(invoiceContent(2));
    await untilLogged(2);
    expect(await papers.verify()).toMatchObject({ links: 2, documents: 2, problem: null });
  });

  it('refuses a second link of the same document', async () => {
    await papers.issueMany(1);
    const record = { record: 'document', number: 'FA-2026-000001' } as const;
    await expect(papers.world.write((unit) => appendLink(unit, record))).rejects.toThrow();
    expect((await head()).sequence).toBe(1);
  });

  it('shows a head file that lacks the last link, and the next start completes it', async () => {
    await papers.issueMany(1);
    await untilLogged(1);
    // Committed, and killed before the file is written.
    const killed = jest.spyOn(papers.headLog, 'poke').mockImplementation(() => {});
    await papers.issue(invoiceContent(2));
    killed.mockRestore();
    expect(await papers.problem()).toEqual({ code: 'CHAIN.LOG_BEHIND', last: 1, sequence: 2 });
    await nextWriter().onApplicationBootstrap();
    expect(await papers.problem()).toBeNull();
  });

  it('writes the head file again after a full disk, and after a line that was cut', async () => {
    const { file } = papers.headLog.log;
    await mkdir(file, { recursive: true });
    await papers.issueMany(1);
    await nextWriter().onApplicationBootstrap();
    await rm(file, { recursive: true });
    await writeFile(file, '{"sequence":1,"ha');
    await papers.issue(invoiceContent(2));
    await untilLogged(2);
    expect((await readFile(file, 'utf8')).split('\n')[0]).toBe('{"sequence":1,"ha');
    expect(await papers.problem()).toBeNull();
  });

  it.each(['chain_links', 'document_files'])(
    'the database refuses to change or delete rows of %s',
    async (table) => {
      const [invoice] = await papers.issueMany(1);
      if (invoice) await papers.addPdf(invoice, 'a PDF');
      const column = table === 'chain_links' ? 'payload' : 'sha256';
      for (const statement of [`UPDATE ${table} SET ${column} = 'x'`, `DELETE FROM ${table}`])
        await expect(papers.world.write(({ manager }) => manager.query(statement))).rejects.toThrow(
          'append-only',
        );
    },
  );

  it('answers a verification to billing staff', async () => {
    await papers.issueMany(2);
    await untilLogged(2);
    const ask = (method: string) =>
      papers.world.ask<{ state: string; links: number }>(
        method,
        '/chain/verification',
        method === 'POST' ? {} : undefined,
      );
    expect((await ask('GET')).body).toMatchObject({ state: 'never', links: null, problem: null });
    const started = await ask('POST');
    expect(started.status).toBe(202);
    // The short chain of this test may be verified before the answer is written.
    expect(started.body.state).toMatch(/^(running|whole)$/);
    await pollUntil('the end of the verification', async () => (await ask('GET')).body.state !== 'running');
    const { body } = await ask('GET');
    expect(body).toMatchObject({
      state: 'whole',
      links: 2,
      documents: 2,
      head: { sequence: 2 },
      problem: null,
    });
  });
});
