import type { OrganisationId, PrestationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { decode } from 'iconv-lite';
import { PaymentBook } from '../../../apps/server/src/money/payments/payment-book.service';
import { sellerSettings } from '../fixtures/billing-seller';
import { BillingWorld } from '../fixtures/billing-world';
import { balanceOf, readFec } from '../fixtures/fec-rules';

const DAY_MS = 86_400_000;
const YEAR = 'from=2026-01-01&to=2026-12-31';

interface Figures {
  readonly months: readonly Record<string, number | string>[];
  readonly activities: readonly { activity: string | null; netCents: number }[];
}
interface Rows {
  readonly rows: readonly Record<string, number | string | null>[];
  readonly vatCents: number;
}
interface Reporting {
  readonly sales: readonly object[];
  readonly receipts: readonly object[];
}

describeOnBothDatabases('the accountant’s files', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;
  let person: OrganisationId;

  const nextDay = () => {
    world.date.now += DAY_MS;
  };
  const today = () => new Date(world.date.now).toISOString().slice(0, 10);
  const order = async (organisation: OrganisationId, lines: readonly object[]): Promise<PrestationId> => {
    const id = await world.prestation(organisation);
    for (const line of lines) await world.addLine(id, line);
    return id;
  };
  const printed = (unitPrice: string, change: object = {}) => ({
    ...{ label: 'Pièces', quantity: '1', unit: 'C62', unitPrice, activity: 'printing', nature: 'services' },
    ...change,
  });
  const pay = async (cents: number, documentIds: readonly [string, number][], change: object = {}) => {
    const allotments = documentIds.map(([documentId, part]) => ({ documentId, cents: part }));
    const { body } = await world.ask<{ id: string; code?: string }>('POST', '/payments', {
      ...{ organisationId: client, cents, paidOn: today(), means: 'transfer', allotments, ...change },
    });
    if (body.code) throw new Error(body.code);
    return body.id;
  };
  const fetchFile = async (path: string) => {
    const response = await fetch(`${world.server.url}/api/v1/exports/${path}`, {
      headers: { authorization: `Bearer ${world.billing.client.token}` },
    });
    return {
      bytes: Buffer.from(await response.arrayBuffer()),
      name: /filename="(.*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1],
      type: response.headers.get('content-type') ?? '',
      status: response.status,
    };
  };
  const fec = async (period = YEAR) => readFec((await fetchFile(`fec?${period}`)).bytes.toString('utf8'));

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    await world.publishTariff();
    await world.recordSeller({ wordings: { ...sellerSettings.wordings, vatOnDebits: null } });
    client = await world.organisation();
    person = await world.organisation(null, 'person');
    // 23 November: a deposit of 30 % of 1000.00 + 100.00 (exempt), and goods to a private person.
    const first = await order(client, [
      printed('1000'),
      printed('100', { activity: 'training', label: 'Formation' }),
    ]);
    const deposit = (await world.document(first, 'deposit', { part: { percent: '30' } })).body;
    const goods = (await world.issue(await order(person, [printed('50', { nature: 'goods' })]))).body;
    nextDay();
    // 24 November: the deposit is paid, with 40.00 too much; the person pays half in cash.
    const paid = await pay(deposit.grossCents + 4_000, [[deposit.id, deposit.grossCents]]);
    await pay(goods.grossCents / 2, [[goods.id, goods.grossCents / 2]], {
      ...{ organisationId: person, means: 'cash' },
    });
    nextDay();
    // 25 November: the final invoice; the 40.00 are used for it; half of the rest comes, by cheque.
    const final = (await world.issue(first)).body;
    await world.ask('POST', `/payments/${paid}/allotments`, {
      parts: [{ documentId: final.id, cents: 4_000 }],
    });
    await pay(40_000, [[final.id, 40_000]], { means: 'cheque' });
    nextDay();
    // 26 November: a cheque that bounces, and a service to the person, paid in full.
    const bounced = await pay(10_000, [[final.id, 10_000]], { means: 'cheque' });
    nextDay();
    await world.ask('POST', `/payments/${bounced}/undo`, { reason: 'Chèque sans provision' });
    const service = (await world.issue(await order(person, [printed('12.34')]))).body;
    await pay(service.grossCents, [[service.id, service.grossCents]], {
      organisationId: person,
      means: 'card',
    });
    // 27 November: the rest; a credit of half of the exempt line; a member tops up 30.00.
    await pay(final.grossCents - 44_000, [[final.id, final.grossCents - 44_000]]);
    const credit = { citesId: final.id, credit: [{ position: 2, quantity: '0.5' }] };
    const { body: credited } = await world.document(first, 'credit-note', credit);
    if (credited.grossCents !== 5_000) throw new Error(JSON.stringify(credited));
    const memberId = await world.member('resident', world.date.now + DAY_MS);
    await world.print({ memberId });
    await world.write((unit) =>
      world.server.app.get(PaymentBook).record(unit, world.billing.accountId, {
        ...{ owner: { memberId }, cents: 3_000, paidOn: today(), means: 'cash', payer: 'Camille' },
        ...{ reference: null, note: null, key: null },
      }),
    );
  });
  afterAll(() => world.server.stop());

  it('have balanced entries that the tax office’s rules accept, with the balances of the accounts', async () => {
    const file = await fetchFile(`fec?${YEAR}`);
    expect(file).toMatchObject({ status: 200, name: '123456782FEC20261231.txt' });
    const { lines, wrong } = readFec(file.bytes.toString('utf8'));
    expect(wrong).toEqual([]);
    // The credited 50.00 were paid: they are the client's. The person owes half of 60.00.
    expect(balanceOf(lines, '411')).toBe(-5_000 + 3_000);
    expect(balanceOf(lines, '419100')).toBe(0);
    expect(balanceOf(lines, '419110')).toBe(-3_000);
    expect(balanceOf(lines, '4457')).toBe(-(20_000 + 1_000 + 247));
    expect(balanceOf(lines, '706000')).toBe(-(100_000 + 1_234));
    expect(balanceOf(lines, '706100')).toBe(-5_000);
    expect(balanceOf(lines, '707000')).toBe(-5_000);
    expect(balanceOf(lines, '531000')).toBe(3_000 + 3_000);
    expect(balanceOf(lines, '511200')).toBe(40_000);
    expect(balanceOf(lines, '511500')).toBe(1_481);
    expect(new Set(lines.map(({ JournalCode }) => JournalCode))).toEqual(
      new Set(['VT', 'BQ', 'CA', 'CH', 'CB', 'OD']),
    );
    // The deposit, the service and the 40.00 are settled. Of the goods something is open, and the invoice was credited
    // after it was paid. The bounced cheque has left no mark: its lines are those of the invoice.
    const lettered = new Set(lines.map(({ EcritureLet }) => EcritureLet).filter(Boolean));
    expect([...lettered].map((letter) => letter.slice(0, 2)).sort()).toEqual(['AC', 'FA', 'RG']);
    // A period has numbers from 1, and only its days.
    const day = await fec('from=2026-11-24&to=2026-11-24');
    // The other lines of a mark may be in the file of an earlier period.
    expect(day.wrong.filter((what) => !what.startsWith('letter'))).toEqual([]);
    expect(new Set(day.lines.map(({ EcritureDate }) => EcritureDate))).toEqual(new Set(['20261124']));
    expect((await fec('from=2026-01-01&to=2026-01-31')).lines).toEqual([]);
  });

  it('can be in ISO 8859-15, and have a description that says what they are not', async () => {
    const utf8 = (await fetchFile(`fec?${YEAR}`)).bytes.toString('utf8');
    const latin = await fetchFile(`fec?${YEAR}&encoding=iso-8859-15`);
    expect(decode(latin.bytes, 'iso-8859-15')).toBe(utf8);
    expect(utf8).toContain('Lycée Exemple');
    const { bytes, name } = await fetchFile(`fec/description?${YEAR}`);
    expect(name).toBe('123456782FEC20261231-description.txt');
    expect(bytes.toString('utf8')).toContain('Il n’est pas la comptabilité complète');
  });

  it('report VAT as it became chargeable: services on receipt, goods at issue', async () => {
    const report = async (period: string) =>
      (await world.ask<Rows>('GET', `/exports/vat-report?${period}`)).body;
    const year = await report(YEAR);
    expect(year.rows).toMatchObject([
      { categoryCode: 'S', rateBasisPoints: 2000, on: 'receipt', baseCents: 101_234, vatCents: 20_247 },
      { categoryCode: 'S', rateBasisPoints: 2000, on: 'issue', baseCents: 5_000, vatCents: 1_000 },
      { categoryCode: 'E', exemptionCode: 'VATEX-FR-CGI261-7', baseCents: 5_000, vatCents: 0 },
    ]);
    // The days add up to the year.
    const days = ['23', '24', '25', '26', '27'].map((day) => `from=2026-11-${day}&to=2026-11-${day}`);
    const sums = await Promise.all(days.map(report));
    expect(sums.reduce((sum, { vatCents }) => sum + vatCents, 0)).toBe(year.vatCents);
    expect(sums[0]?.vatCents).toBe(1_000);
    expect(sums[1]?.vatCents).toBe(6_000);
    const { bytes, type } = await fetchFile(`vat-report/csv?${YEAR}`);
    expect(type).toContain('text/csv');
    expect(bytes.toString('utf8')).toMatch(/;S;;.*;20;"1012,34";"202,47"\r\n/);
  });

  it('have the sums of sales to private persons, and of what they paid, by day', async () => {
    const { body } = await world.ask<Reporting>('GET', `/exports/e-reporting?${YEAR}`);
    expect(body.sales).toEqual([
      {
        ...{ day: '2026-11-23', kind: 'TLB1', rateBasisPoints: 2000 },
        count: 1,
        baseCents: 5_000,
        vatCents: 1_000,
      },
      {
        ...{ day: '2026-11-27', kind: 'TPS1', rateBasisPoints: 2000 },
        count: 1,
        baseCents: 1_234,
        vatCents: 247,
      },
    ]);
    expect(body.receipts).toEqual([{ day: '2026-11-27', rateBasisPoints: 2000, cashedCents: 1_481 }]);
    const file = await fetchFile(`e-reporting/csv?${YEAR}&part=sales`);
    expect(file.bytes.toString('utf8')).toContain('2026-11-23;TLB1;20;1;"50,00";"10,00"\r\n');
  });

  it('take accounts from the settings of the day, which stay as they were for earlier days', async () => {
    const { body: accounts } = await world.ask<{ income: object[] }>('GET', '/settings/book-accounts');
    const account = { number: '706500', label: 'Impression 3D' };
    const rule = { activity: 'printing', nature: null, category: null, account };
    const changed = { ...accounts, income: [...accounts.income, rule], inForceFrom: '2026-11-27' };
    expect((await world.ask('PUT', '/settings/book-accounts', changed)).status).toBe(200);
    const { lines, wrong } = await fec();
    expect(wrong).toEqual([]);
    expect(balanceOf(lines, '706500')).toBe(-1_234);
    expect(balanceOf(lines, '706000')).toBe(-100_000);
    const nothing = await world.ask<{ status: number }>('PUT', '/settings/book-accounts', {
      ...accounts,
      income: [rule],
    });
    expect(nothing.status).toBe(400);
  });

  it('have every list as CSV and as a spreadsheet, with the filters of the list', async () => {
    const lists = {
      ...{ 'account-entries': 0, 'bank-lines': 0, 'member-accounts': 0 },
      balances: 2,
      documents: 5,
      payments: 8,
      prestations: 3,
      'usage-records': 1,
    };
    for (const [name, count] of Object.entries(lists)) {
      const { bytes, type } = await fetchFile(`lists/${name}?format=csv`);
      expect(type).toContain('text/csv');
      expect([name, bytes.toString('utf8').split('\r\n').length - 2]).toEqual([name, count]);
      const sheet = await fetchFile(`lists/${name}?format=xlsx`);
      expect([name, sheet.bytes.subarray(0, 2).toString(), sheet.status]).toEqual([name, 'PK', 200]);
    }
    const goods = (await fetchFile('lists/documents?kind=deposit')).bytes.toString('utf8');
    expect(goods.split('\r\n').length - 2).toBe(1);
    expect(goods).toContain(';"330,00";"60,00";');
    expect((await fetchFile('lists/documents?kind=nothing')).status).toBe(400);
    const unknown = await world.ask<{ code: string }>('GET', '/exports/lists/secrets');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'EXPORT.LIST_UNKNOWN' } });
  });

  it('show the figures of the months, and what was invoiced by activity', async () => {
    const { body } = await world.ask<Figures>('GET', '/billing/figures?from=2026-10&to=2026-12');
    expect(body.months).toMatchObject([
      { month: '2026-10', invoicedNetCents: 0, openCents: 0 },
      {
        ...{ month: '2026-11', invoicedNetCents: 111_234, invoicedGrossCents: 132_481 },
        ...{ openCents: 3_000 - 5_000, lateCents: 0, cashedCents: 127_481 + 10_000 - 3_000 + 3_000 },
        freeValueCents: 328,
      },
      { month: '2026-12', invoicedNetCents: 0, openCents: -2_000 },
    ]);
    expect(body.activities).toEqual([
      { activity: 'printing', netCents: 106_234 },
      { activity: 'training', netCents: 5_000 },
    ]);
    const wrong = ['from=2026-13&to=2026-12', 'from=2026-02&to=2026-01', 'from=2020-01&to=2026-01'];
    for (const query of wrong) expect((await world.ask('GET', `/billing/figures?${query}`)).status).toBe(400);
  });
});
