import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil, type TestDatabase, temporaryDirectory } from '@pandafab/testing';
import { unzipSync } from 'fflate';
import { chainedRecords } from '../../../apps/server/src/app/admin/chained-records';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { ClosuresService } from '../../../apps/server/src/money/closures/closures.service';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Attacker } from '../fixtures/attacker';
import { BillingWorld } from '../fixtures/billing-world';

interface Closure {
  readonly number: string;
  readonly totals: { readonly documents: object[]; readonly vat: object[]; readonly payments: object[] };
  readonly perpetual: { readonly soldCents: number; readonly receivedCents: number };
  readonly code?: string;
}
interface Closures {
  readonly items: Closure[];
  readonly total: number;
  readonly closedUntil: string | null;
  readonly openMonths: string[];
  readonly unclosedMonths: string[];
}

describeOnBothDatabases('closures of the books', (open) => {
  let database: TestDatabase;
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    database = await open();
    world = await BillingWorld.open(database);
    client = await world.organisation();
    await world.publishTariff();
    await world.recordSeller();
  });
  afterAll(() => world.server.stop());

  const on = (day: string, time = '09:00:00Z') => {
    world.date.now = Date.parse(`${day}T${time}`);
  };
  /** 100.00 € at 20 %, issued on the day of the clock. */
  const order = async () => {
    const id = await world.prestation(client);
    await world.addLine(id, { quantity: '1', unitPrice: '100', activity: 'printing' });
    return id;
  };
  const invoice = async () => (await world.issue(await order())).body;
  const pay = (cents: number, paidOn: string, allotments: object[] = []) =>
    world.ask<{ bookedOn: string; code?: string }>('POST', '/payments', {
      ...{ organisationId: client, cents, paidOn, means: 'transfer', allotments },
    });
  const close = (period: string) => world.ask<Closure>('POST', '/closures', { period });
  const list = async (query = '') => (await world.ask<Closures>('GET', `/closures?limit=200${query}`)).body;
  const auth = () => ({ authorization: `Bearer ${world.billing.client.token}` });
  const problem = async () => {
    const { manager } = world.server.app.get(ReadDatabase);
    const { log } = world.server.app.get(HeadLogWriter);
    const found = await verifyChain({ manager, log, records: chainedRecords, patienceMs: 2000 });
    return found.problem && { code: found.problem.code, ...found.problem.details };
  };

  it('of days, months and years add up, go on for ever, and are made once', async () => {
    on('2026-11-29');
    const first = await invoice();
    await pay(5_000, '2026-11-29', [{ documentId: first.id, cents: 5_000 }]);
    on('2026-11-30', '22:30:00Z');
    await invoice();
    expect(await close('2026-11')).toMatchObject({ status: 409, body: { code: 'CLOSURE.NOT_OVER' } });
    // 23:30 in UTC is the next day in Paris.
    on('2026-11-30', '23:30:00Z');
    const inDecember = await invoice();
    expect(inDecember.issuedOn).toBe('2026-12-01');
    expect(await list()).toMatchObject({ total: 0, closedUntil: null, openMonths: ['2026-11'] });
    const [one, two] = await Promise.all([close('2026-11'), close('2026-11')]);
    expect(one.body).toEqual(two.body);
    expect(one.body).toMatchObject({
      number: 'M-2026-11',
      totals: {
        documents: [{ kind: 'invoice', count: 2, netCents: 20_000, grossCents: expect.any(Number) }],
        payments: [{ means: 'transfer', count: 1, inCents: 5_000, outCents: 0 }],
      },
      perpetual: { receivedCents: 5_000 },
    });
    const all = await list();
    expect(all.items.map(({ number }) => number)).toEqual(['M-2026-11', 'J-2026-11-30', 'J-2026-11-29']);
    expect(all).toMatchObject({ closedUntil: '2026-11-30', openMonths: [], unclosedMonths: [] });
    on('2027-01-02');
    await invoice();
    const year = await close('2026');
    expect(year.body).toMatchObject({
      number: 'A-2026',
      totals: { documents: [{ count: 3, netCents: 30_000 }] },
    });
    expect((await list('&period=month')).items.map(({ number }) => number)).toEqual([
      'M-2026-12',
      'M-2026-11',
    ]);
    expect((await close('2020')).body.code).toBe('CLOSURE.NOTHING');
    on('2027-02-01');
    const january = await close('2027-01');
    expect(january.body.perpetual.soldCents).toBeGreaterThan(year.body.perpetual.soldCents);
    expect(await problem()).toBeNull();
  });

  it('take late payments into the open day, and no document into a closed one', async () => {
    on('2027-02-02');
    const late = await pay(700, '2026-11-15');
    expect(late.body).toMatchObject({ bookedOn: '2027-02-02' });
    await invoice();
    on('2027-02-03');
    await world.server.app.get(ClosuresService).closeDays(null);
    // The clock was set back, as after an empty battery.
    on('2027-02-02', '20:00:00Z');
    const id = await order();
    const refused = await world.issue(id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'CHAIN.DAY_CLOSED' } });
    expect((await pay(800, '2027-02-01')).body).toMatchObject({ bookedOn: '2027-02-03' });
    on('2027-02-03');
    expect((await world.issue(id)).body.number).toMatch(/^FA-2027-/);
    expect(await problem()).toBeNull();
  });

  it('lose nothing while documents are issued and paid', async () => {
    on('2027-02-04');
    const orders = await Promise.all([1, 2, 3, 4].map(order));
    const service = world.server.app.get(ClosuresService);
    const [issued] = await Promise.all([
      Promise.all(orders.map((id) => world.issue(id))),
      Promise.all([pay(1, '2027-02-04'), pay(2, '2027-02-04')]),
      service.closeDays(null),
      service.closeDays(null),
      close('2027-01'),
    ]);
    expect(issued.map(({ status }) => status)).toEqual(issued.map(() => 200));
    on('2027-02-05');
    await service.closeDays(null);
    const [latest] = (await list('&period=day')).items;
    expect(latest).toMatchObject({ number: 'J-2027-02-04', totals: { documents: [{ count: 4 }] } });
    expect(await problem()).toBeNull();
  });

  it('make an archive of the year, which its own program verifies, and which shows what was changed in it', async () => {
    const open = await fetch(`${world.server.url}/api/v1/archives/2027`, { headers: auth() });
    expect([open.status, ((await open.json()) as { code: string }).code]).toEqual([409, 'ARCHIVE.YEAR_OPEN']);
    const files = world.server.app.get(FileStore);
    const { manager } = world.server.app.get(ReadDatabase);
    const [stored] = await manager.query(`SELECT sha256 FROM document_files WHERE kind = 'pdf' LIMIT 1`);
    await rename(files.path(stored.sha256), `${files.path(stored.sha256)}.away`);
    const lost = await fetch(`${world.server.url}/api/v1/archives/2026`, { headers: auth() });
    expect([lost.status, ((await lost.json()) as { code: string }).code]).toEqual([409, 'ARCHIVE.FILE_LOST']);
    await rename(`${files.path(stored.sha256)}.away`, files.path(stored.sha256));
    const answer = await fetch(`${world.server.url}/api/v1/archives/2026`, { headers: auth() });
    const { path, remove } = await temporaryDirectory();
    const folder = join(path, 'archive');
    for (const [file, content] of Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
    const whole = run(folder);
    expect(whole.output).toContain('WHOLE');
    expect(whole).toMatchObject({ status: 0, output: expect.stringMatching(/documents 3, .*1, closures/) });
    for (const [file, from, to] of [
      ['payments.ndjson', '5000', '5001'],
      ['chain.ndjson', '24000', '24001'],
      ['documents/FA-2026-000001.json', 'Lycée', 'Lycee'],
      ['documents/FA-2026-000001.pdf', '%PDF', '%PDG'],
      ['archive.json', 'FA-2026-000002', 'FA-2026-000009'],
    ] as const) {
      const kept = await readFile(join(folder, file), 'latin1');
      const changed = kept.replace(Buffer.from(from).toString('latin1'), Buffer.from(to).toString('latin1'));
      expect(changed).not.toBe(kept);
      await writeFile(join(folder, file), changed, 'latin1');
      expect([file, run(folder).status]).toEqual([file, 3]);
      // Also where the list of hashes was written again.
      await rewriteSums(folder);
      expect([file, run(folder).status]).toEqual([file, 3]);
      await writeFile(join(folder, file), kept, 'latin1');
      await rewriteSums(folder);
      expect(run(folder).status).toBe(0);
    }
    const lines = (await readFile(join(folder, 'chain.ndjson'), 'utf8')).split('\n');
    await writeFile(join(folder, 'chain.ndjson'), lines.slice(0, -2).join('\n'));
    expect(run(folder)).toMatchObject({ status: 3, output: expect.stringContaining('end of the chain') });
    await remove();
  });

  it('show a changed total, a removed closure and a cut tail', async () => {
    const attacker = await Attacker.on(world, database, ['closures', 'chain_links']);
    const { manager } = world.server.app.get(ReadDatabase);
    const [row] = await manager.query(`SELECT totals, at FROM closures WHERE number = 'M-2026-11'`);
    const set = (totals: string) =>
      attacker.run(`UPDATE closures SET totals = '${totals}' WHERE number = 'M-2026-11'`);
    await set(row.totals.replace('20000', '20001'));
    expect(await problem()).toMatchObject({
      code: 'CHAIN.RECORD_CHANGED',
      kind: 'closure',
      number: 'M-2026-11',
    });
    await set(row.totals);
    expect(await problem()).toBeNull();
    const [last] = await manager.query('SELECT MAX(sequence) AS sequence FROM chain_links');
    await pollUntil('the head file', async () => {
      const head = await world.server.app.get(HeadLogWriter).log.last();
      return head?.sequence === Number(last.sequence);
    });
    await attacker.run(`DELETE FROM chain_links WHERE sequence = ${last.sequence}`);
    expect(await problem()).toMatchObject({ code: 'CHAIN.TAIL_CUT' });
  });
});

/** The program in the archive, as an inspector runs it. */
function run(folder: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.cjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

async function rewriteSums(folder: string): Promise<void> {
  const file = join(folder, 'SHA256SUMS');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const sums = await Promise.all(
    lines.map(async (line) => {
      const path = line.slice(66);
      return `${createHash('sha256')
        .update(await readFile(join(folder, path)))
        .digest('hex')}  ${path}\n`;
    }),
  );
  await writeFile(file, sums.join(''));
}
