import type { GroupId, MemberId } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil, type TestDatabase } from '@pandafab/testing';
import { features } from '../../../apps/server/src/app/features';
import { TopUps } from '../../../apps/server/src/money/bank/top-ups';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { MonthlyInvoices } from '../../../apps/server/src/money/member-accounts/monthly-invoices.service';
import { MemberBillingIdentity } from '../../../apps/server/src/people/members/member.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Attacker } from '../fixtures/attacker';
import { ChainWorld, form, type JobView, smallPart } from '../fixtures/chain-world';
import { pdfText } from '../fixtures/pdf-text';
import { AccountsWorld, type AccountView, SETTINGS } from './accounts-world';

interface Preview {
  readonly payment: {
    readonly payer: string;
    readonly coverage: { readonly neededCents: number; readonly coveredCents: number } | null;
  };
}

/** With tax: 1 € of set-up, an hour and 10 g. */
const PRICE = 520;
const USED = { seconds: 3_600, milligrams: 10_000 };

describeOnBothDatabases('accounts of members', (open) => {
  let database: TestDatabase;
  let world: AccountsWorld;
  let member: MemberId;

  beforeAll(async () => {
    database = await open();
    world = await AccountsWorld.open(database);
  });
  // Each test has a member of its own, so that accounts start empty.
  beforeEach(async () => {
    await world.set();
    member = await world.billing.member('non-resident');
  });
  afterAll(() => world.server.stop());

  const addAddress = (memberId: MemberId) =>
    world.billing.write(({ manager }) =>
      manager.insert(MemberBillingIdentity, {
        ...{ memberId, name: 'Ana Exemple', addressLine: '1 rue X', postcode: '21000', city: 'Dijon' },
        countryCode: 'FR',
      }),
    );
  const verify = () =>
    verifyChain({
      manager: world.server.app.get(ReadDatabase).manager,
      log: world.server.app.get(HeadLogWriter).log,
      records: chainedOf(features),
      patienceMs: 2000,
    });
  const kinds = async () => (await world.entries(member)).map(({ kind, cents }) => [kind, cents]);

  it('reserve the price of a print, and are charged what it really used, once', async () => {
    expect((await world.topUp(member, 2_000, { key: 'desk 1' })).body.balanceCents).toBe(2_000);
    await world.topUp(member, 2_000, { key: 'desk 1' });
    const [jobId] = await world.queue({ memberId: member });
    expect(await world.account(member)).toMatchObject({ reservedCents: PRICE, availableCents: 1_480 });
    await world.billing.print({ memberId: member, jobId, seconds: 1_800, milligrams: 10_000 });
    // 1 + 1.25 + 0.83 € and 20 % of VAT.
    expect(await world.account(member)).toMatchObject({ balanceCents: 1_630, reservedCents: 0 });
    expect(await kinds()).toEqual([
      ['top-up', 2_000],
      ['charge', -370],
    ]);
    const { body } = await world.billing.ask<{ items: object[] }>(
      'GET',
      `/member-accounts/${member}/entries`,
    );
    expect(body.items[0]).toMatchObject({
      cents: -370,
      print: { jobId, fileName: 'bracket.gcode', netCents: 308 },
    });
    expect(await verify()).toMatchObject({ problem: null });
  });

  it('let a print wait that they do not cover, until money comes or staff allow more', async () => {
    await world.topUp(member, 320);
    const [first] = await world.queue({ memberId: member });
    expect(await world.reservation(first as string)).toMatchObject({ state: 'waiting', cents: PRICE });
    await world.topUp(member, 200);
    await pollUntil('the print to be paid for', async () =>
      (await world.reservation(first as string))?.state === 'held' ? true : undefined,
    );
    const [second] = await world.queue({ memberId: member });
    expect(await world.reservation(second as string)).toMatchObject({ state: 'waiting' });
    const allowance = { allowanceCents: PRICE, reason: 'Stage' };
    await world.staff(member, 'allowance', allowance, 'PUT');
    await pollUntil('the second one too', async () =>
      (await world.reservation(second as string))?.state === 'held' ? true : undefined,
    );
    expect(await world.account(member)).toMatchObject({ balanceCents: 520, availableCents: 0 });
  });

  it('never promise the same euro twice, however many submit at once', async () => {
    await world.topUp(member, 10 * PRICE + 1);
    const submissions = Array.from({ length: 25 }, () => world.queue({ memberId: member }));
    const jobs = (await Promise.all(submissions)).flat();
    const states = await Promise.all(jobs.map(async (id) => (await world.reservation(id))?.state));
    expect(states.filter((state) => state === 'held')).toHaveLength(10);
    expect(await world.account(member)).toMatchObject({ reservedCents: 10 * PRICE, availableCents: 1 });
    // Copies of one batch reserve each.
    const other = await world.billing.member('non-resident');
    await world.topUp(other, 2 * PRICE);
    const copies = await world.queue({ memberId: other }, 3);
    const ofCopies = await Promise.all(copies.map(async (id) => (await world.reservation(id))?.state));
    expect(ofCopies).toEqual(['held', 'held', 'waiting']);
  });

  it('are charged for other ends as the lab decided', async () => {
    await world.topUp(member, 5_000);
    const policy = { cancelledByMaker: 'all', cancelledByStaff: 'nothing', failed: 'material' };
    await world.set({ policy });
    const jobs = await world.queue({ memberId: member }, 4);
    const end = (at: number, state: 'cancelled' | 'failed', change: object = {}) =>
      world.billing.print({ memberId: member, jobId: jobs[at], state, ...USED, ...change });
    await end(0, 'cancelled', { cancelledBy: 'maker' });
    await end(1, 'cancelled', { cancelledBy: 'staff' });
    await end(2, 'failed');
    await end(3, 'failed', { isReturned: true });
    // 4.33 € and 0.83 € net: with tax 5.20 €, then 6.19 € together.
    expect(await kinds()).toEqual([
      ['top-up', 5_000],
      ['charge', -520],
      ['charge', -99],
    ]);
    expect(await world.account(member)).toMatchObject({ reservedCents: 0, balanceCents: 4_381 });
    const [own] = await world.queue({ memberId: member });
    const { labId } = world.billing.place;
    const nothing = { cancelledByMaker: 'nothing', cancelledByStaff: 'nothing', failed: 'nothing' };
    const admin = await world.server.accountWith('administrator');
    await admin.client.request('PUT', `/api/v1/labs/${labId}/settlement`, { body: { policy: nothing } });
    await world.billing.print({ memberId: member, jobId: own, state: 'failed', ...USED });
    await admin.client.request('PUT', `/api/v1/labs/${labId}/settlement`, { body: { policy: null } });
    expect(await world.entries(member)).toHaveLength(3);
  });

  it('take what is free this month first, and charge the rest', async () => {
    await world.set({ quotas: { 'non-resident': { measure: 'grams', amount: 15_000 } } });
    expect((await world.account(member)).freeUse).toEqual({ measure: 'grams', amount: 15_000, left: 15_000 });
    const [first, second] = await world.queue({ memberId: member }, 2);
    expect(await world.reservation(first as string)).toMatchObject({
      state: 'held',
      cents: 0,
      freeAmount: 10_000,
    });
    // 5 g of 10 are left: half of 4.33 € is charged.
    expect(await world.reservation(second as string)).toMatchObject({ cents: 260, freeAmount: 5_000 });
    await world.topUp(member, 260);
    await world.billing.print({ memberId: member, jobId: first, ...USED });
    await world.billing.print({ memberId: member, jobId: second, ...USED });
    expect(await world.account(member)).toMatchObject({ balanceCents: 0, freeUse: { left: 0 } });
    expect(await kinds()).toEqual([
      ['top-up', 260],
      ['charge', -260],
    ]);
    await world.set({ quotas: { unknown: { measure: 'grams', amount: 1 } } }).then(({ body }) => {
      expect(body).toMatchObject({ code: 'CATEGORY.UNKNOWN' });
    });
  });

  it('are invoiced to the cent, once, and pay the invoice themselves', async () => {
    await world.topUp(member, 2_000);
    const path = `/member-accounts/${member}/invoices`;
    const ask = () => world.billing.ask<{ documentId: string; number: string; code?: string }>('POST', path);
    expect((await ask()).body.code).toBe('ACCOUNT.NOTHING_TO_INVOICE');
    for (const seconds of [61, 62, 1_801]) {
      const [jobId] = await world.queue({ memberId: member });
      await world.billing.print({ memberId: member, jobId, seconds, milligrams: 1_001 });
    }
    const paid = (await world.account(member)).uninvoicedCents;
    expect((await ask()).body.code).toBe('ACCOUNT.NO_ADDRESS');
    await addAddress(member);
    const answers = await Promise.all([ask(), ask()]);
    const [made] = answers.filter(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { documentId = '', number } = made?.body ?? {};
    const invoice = await world.billing.ask<{ grossCents: number; openCents: number; clientName: string }>(
      'GET',
      `/documents/${documentId}`,
    );
    expect(invoice.body).toMatchObject({ grossCents: paid, openCents: 0, clientName: 'Ana Exemple' });
    const account = await world.account(member);
    expect(account).toMatchObject({ balanceCents: 2_000 - paid, uninvoicedCents: 0 });
    expect(account.invoices).toMatchObject([{ number, cents: paid }]);
    // What staff added pays like money; the next invoice begins at 0 again.
    await world.staff(member, 'corrections', { cents: 600 - account.balanceCents, reason: 'Geste' });
    const [last] = await world.queue({ memberId: member });
    await world.billing.print({ memberId: member, jobId: last, ...USED });
    const second = await ask();
    const paper = await world.billing.ask('GET', `/documents/${second.body.documentId}`);
    expect(paper.body).toMatchObject({ grossCents: PRICE, openCents: 0 });
    expect(await verify()).toMatchObject({ problem: null });
  });

  it('are not invoiced at another rate than the one that was charged', async () => {
    await addAddress(member);
    const [jobId] = await world.queue({ memberId: member });
    await world.billing.print({ memberId: member, jobId, ...USED });
    const vat = (rateBasisPoints: number) =>
      world.billing.recordSeller({ vat: { regime: 'taxable', rateBasisPoints } });
    await vat(1_000);
    const path = `/member-accounts/${member}/invoices`;
    const refused = await world.billing.ask<{ code: string }>('POST', path);
    await vat(2_000);
    expect([refused.status, refused.body.code]).toEqual([409, 'ACCOUNT.INVOICE_DIFFERS']);
    expect((await world.billing.ask('POST', path)).status).toBe(201);
  });

  it('are invoiced by the month from 25 € on; what the account could not pay is paid by the next top-up', async () => {
    await world.set({ invoicesMonthly: true, defaultAllowanceCents: 4_000 });
    await addAddress(member);
    await world.topUp(member, 1_000);
    const jobs = await world.queue({ memberId: member }, 5);
    for (const jobId of jobs) await world.billing.print({ memberId: member, jobId, ...USED });
    const monthly = world.server.app.get(MonthlyInvoices);
    await monthly.run();
    expect((await world.account(member)).invoices).toEqual([]);
    // Documents are never older than those before: the date stays.
    world.billing.date.now = Date.parse('2026-12-01T01:00:00Z');
    await monthly.run();
    await monthly.run();
    const { invoices, balanceCents } = await world.account(member);
    expect(invoices).toMatchObject([{ cents: 2_598 }]);
    expect(balanceCents).toBe(1_000 - 2_598);
    const open = async () =>
      (await world.billing.ask<{ openCents: number }>('GET', `/documents/${invoices[0]?.documentId}`)).body
        .openCents;
    expect(await open()).toBe(1_598);
    await world.topUp(member, 1_700);
    expect(await open()).toBe(0);
    expect((await world.account(member)).balanceCents).toBe(102);
  });

  it('give back only what is left, and take back a wrong top-up with its payment', async () => {
    await world.topUp(member, 1_000);
    await world.queue({ memberId: member });
    const refund = { cents: 481, means: 'cash', reason: 'Départ' };
    const tooMuch = await world.staff(member, 'refunds', refund);
    expect([tooMuch.status, tooMuch.body.code]).toEqual([409, 'ACCOUNT.TOO_LITTLE']);
    expect((await world.staff(member, 'refunds', { ...refund, cents: 480 })).body.balanceCents).toBe(520);
    expect((await world.staff(member, 'corrections', { cents: -20, reason: 'Vis' })).body.balanceCents).toBe(
      500,
    );
    const [topUp] = await world.entries(member);
    const undo = () => world.staff(member, `entries/${topUp?.id}/undo`, { reason: 'Mauvais membre' });
    expect((await undo()).body.balanceCents).toBe(-500);
    expect((await undo()).body.balanceCents).toBe(-500);
    expect(await kinds()).toEqual([
      ['top-up', 1_000],
      ['refund', -480],
      ['correction', -20],
      ['reversal', -1_000],
    ]);
    const [, refunded] = await world.entries(member);
    const noTopUp = await world.staff(member, `entries/${refunded?.id}/undo`, { reason: 'x' });
    expect(noTopUp.body.code).toBe('ACCOUNT.NO_TOP_UP');
    const paymentId = topUp?.paymentId;
    const elsewhere = await world.billing.ask<AccountView>('POST', `/payments/${paymentId}/undo`, {
      reason: 'x',
    });
    expect(elsewhere.body.code).toBe('PAYMENT.OF_MEMBER');
    const future = await world.topUp(member, 5, { paidOn: '2030-01-01' });
    expect(future.body.code).toBe('PAYMENT.IN_FUTURE');
  });

  it('of a leader pay for a group, or its organisation, or the lab', async () => {
    const admin = await world.server.accountWith('administrator');
    const { labId } = world.billing.place;
    const post = async (path: string, body: object) =>
      (await admin.client.request<{ id: string }>('POST', `/api/v1${path}`, { body })).body.id;
    const groupId = (await post('/groups', { name: 'Classe', labId })) as GroupId;
    const choose = (body: object) => world.billing.ask<AccountView>('PUT', `/groups/${groupId}/payer`, body);
    expect((await choose({ payer: 'organisation' })).body.code).toBe('ACCOUNT.NO_ORGANISATION');
    expect((await choose({ payer: 'leader', memberId: member })).body.code).toBe('ACCOUNT.NOT_LEADER');
    expect((await choose({ payer: 'lab' })).body).toMatchObject({ payer: 'lab' });
    const pupil = await world.billing.member('non-resident');
    const [free] = await world.queue({ memberId: pupil, groupId });
    expect(await world.reservation(free as string)).toBeNull();
    const body = { leads: true };
    await admin.client.request('PUT', `/api/v1/groups/${groupId}/people/${member}`, { body });
    expect((await choose({ payer: 'leader', memberId: member })).status).toBe(200);
    await world.topUp(member, 1_000);
    const [paid] = await world.queue({ memberId: pupil, groupId });
    expect(await world.reservation(paid as string)).toMatchObject({ memberId: member, state: 'held' });
    await world.billing.print({ memberId: pupil, groupId, jobId: paid, ...USED });
    expect(await world.account(member)).toMatchObject({ balanceCents: 480, reservedCents: 0 });
    const organisationId = await world.billing.organisation();
    const school = await post('/groups', { name: 'Lycée', labId, organisationId });
    await world.billing.ask('PUT', `/groups/${school}/payer`, { payer: 'organisation' });
    const submit = async () => {
      const sent = form(labId, smallPart('school'), 'school.gcode', { groupId: school });
      const answer = await admin.client.post<{ jobs: { prestationId: string }[] }>('/api/v1/jobs', sent);
      return answer.body.jobs[0]?.prestationId;
    };
    const [one, other] = await Promise.all([submit(), submit()]);
    expect(one).toBe(other);
    const order = await world.billing.ask('GET', `/prestations/${one}`);
    expect(order.body).toMatchObject({ title: 'Impressions 3D, Lycée', organisationId });
  });

  it('are shown before a print is submitted, and tell why it waits', async () => {
    const chain = await ChainWorld.of(world.server);
    const lab = await chain.makeLab();
    const { labId } = lab;
    const { memberId, client } = world.maker;
    const file = new FormData();
    file.set('file', new Blob([smallPart(`paid ${Math.random()}`)]), 'paid.gcode');
    const { id } = (await client.post<{ id: string }>('/api/v1/uploads', file)).body;
    await pollUntil('the file to be read', async () => {
      const upload = await client.get<{ state: string }>(`/api/v1/uploads/${id}`);
      return upload.body.state === 'analysed' ? true : undefined;
    });
    const body = { labId, quantity: 2 };
    const preview = async () =>
      (await client.get<Preview>(`/api/v1/uploads/${id}/preview?labId=${labId}&quantity=2`)).body.payment;
    const seen = await preview();
    const needed = seen.coverage?.neededCents ?? 0;
    expect(seen).toMatchObject({
      ...{ payer: 'account', payerName: null, policy: { failed: 'nothing' } },
      coverage: { coveredCents: 0, missingCents: needed, fits: false },
    });
    expect(needed).toBeGreaterThan(200);
    await world.topUp(memberId, 101);
    expect((await preview()).coverage).toMatchObject({ coveredCents: 101, fits: false });
    const sent = await client.request<{ jobs: JobView[] }>('POST', `/api/v1/uploads/${id}/jobs`, { body });
    const [job] = sent.body.jobs;
    const waits = async () =>
      ((await client.get<JobView>(`/api/v1/jobs/${job?.id}`)).body.waiting ?? []).flatMap(({ reasons }) =>
        reasons.filter(({ code }) => code === 'WAITS.FUNDS').map(({ what }) => what),
      );
    expect(await waits()).toEqual([expect.stringMatching(/covers 1[.]01.€ of about 1[.]\d\d.€/)]);
    await world.topUp(memberId, needed);
    await pollUntil('the print to be paid for', async () =>
      (await waits()).length === 0 ? true : undefined,
    );
    const { reservedCents } = await world.account(memberId);
    expect(reservedCents).toBe(needed);
    await client.request('POST', `/api/v1/jobs/${job?.id}/cancel`, { body: {} });
    expect((await world.account(memberId)).reservedCents).toBe(needed / 2);
    // The other copy is begun by a machine, and its maker stops it.
    const [, copy] = sent.body.jobs;
    await world.set({ policy: { ...SETTINGS.policy, cancelledByMaker: 'all' } });
    const agent = await chain.joinAgent(lab);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await client.request('POST', `/api/v1/jobs/${copy?.id}/cancel`, { body: {} });
    const figures = { linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [], seconds: 3_600 };
    const end = { outcome: 'cancelled', cause: null, exact: true, commandsSha256: null } as const;
    await agent.report({ type: 'run.ended', runId, ...end, ...figures });
    await chain.jobWhen(copy?.id ?? '', 'stopped');
    // 1 € of set-up and an hour for 2.50 €.
    expect((await world.entries(memberId)).at(-1)).toMatchObject({ kind: 'charge', cents: -420 });
    expect((await world.account(memberId)).reservedCents).toBe(0);
    await agent.leave();
    // Who does not pay from accounts is told so, and nothing is reserved.
    await world.set({ isOn: false });
    const other = await chain.submit(labId, smallPart(`unpaid ${Math.random()}`));
    expect(await world.reservation(other.id)).toBeNull();
  });

  it('are downloaded by their members', async () => {
    const { client, memberId } = world.maker;
    const own = await client.get<AccountView>('/api/v1/me/account');
    expect(own.body).toEqual(await world.account(memberId));
    const other = await world.server.accountWith('maker');
    expect((await other.client.get<AccountView>('/api/v1/me/account')).body.reference).toBeNull();
    const opened = await other.client.request<AccountView>('POST', '/api/v1/me/account', { body: {} });
    expect(opened.body.reference).toMatch(/^PF-/);
    // Lines of bank statements find the account by it.
    const references = await world.server.app
      .get(TopUps)
      .references(world.server.app.get(ReadDatabase).manager);
    const { reference } = opened.body;
    expect(references).toContainEqual(expect.objectContaining({ memberId: other.memberId, reference }));
    await world.topUp(memberId, 1);
    const csv = await client.get('/api/v1/me/account/statement');
    expect(csv.text).toContain('Top-up');
    const headers = { authorization: `Bearer ${client.token}` };
    const pdf = await fetch(`${world.server.url}/api/v1/me/account/statement/pdf`, { headers });
    const words = pdfText(Buffer.from(await pdf.arrayBuffer()));
    for (const said of ['Relevé de compte', 'Recharge']) expect(words).toContain(said);
    expect(words).toMatch(/Disponible sur votre compte|Reste à payer/);
    // This network takes no cards.
    const card = await client.request<AccountView>('POST', '/api/v1/me/account/card-payments', {
      body: { cents: 1_000 },
    });
    expect(card.body.code).toBe('CARD.OFF');
    const invoice = await other.client.request<AccountView>('POST', '/api/v1/me/account/invoices', {
      body: {},
    });
    expect(invoice.body.code).toBe('ACCOUNT.NOTHING_TO_INVOICE');
  });

  it('show a change of an entry when the chain is verified', async () => {
    await world.topUp(member, 1_000);
    const attacker = await Attacker.on(world.billing, database, ['account_entries']);
    const [entry] = await world.entries(member);
    await attacker.run(`UPDATE account_entries SET cents = 999 WHERE id = '${entry?.id}'`);
    expect((await verify()).problem).toMatchObject({
      code: 'CHAIN.RECORD_CHANGED',
      details: { number: entry?.number },
    });
    await attacker.run(`UPDATE account_entries SET cents = 1000 WHERE id = '${entry?.id}'`);
  });
});
