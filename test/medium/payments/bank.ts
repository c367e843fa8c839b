import { newId, type OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';

interface Preview {
  readonly code?: string;
  readonly lines: number;
  readonly known: number;
  readonly early: number;
  readonly future: number;
  readonly fits: boolean;
  readonly mappingFrom: string | null;
  readonly mapping: Record<string, unknown> | null;
  readonly account: { readonly name: string } | null;
  readonly broken: { readonly line: number; readonly code: string; readonly what: string }[];
}
interface Import {
  readonly code?: string;
  readonly statementId: string | null;
  readonly added: number;
  readonly known: number;
  readonly broken: number;
}
interface Line {
  readonly id: string;
  readonly code?: string;
  readonly cents: number;
  readonly text: string;
  readonly state: string;
  readonly when: string | null;
  readonly payment: string | null;
  readonly paymentId: string | null;
}
interface Proposal {
  readonly lineId: string;
  readonly confidence: string;
  readonly reason: string;
  readonly organisationId: string | null;
  readonly memberId: string | null;
  readonly owner: string;
  readonly parts: {
    readonly document: { readonly id: string; readonly number: string };
    readonly cents: number;
  }[];
  readonly restCents: number;
}

const csv = (...lines: string[]) => `Date;Libellé;Débit;Crédit\n${lines.join('\n')}\n`;

describeOnBothDatabases('bank statements', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;
  /** Each test has a bank account of its own. */
  let account: string;
  let tests = 0;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    await world.publishTariff();
    await world.recordSeller();
  });
  beforeEach(async () => {
    client = await world.organisation();
    account = `Banque ${++tests}`;
  });
  afterAll(() => world.server.stop());

  const invoice = async (euros = '100') => {
    const id = await world.prestation(client);
    await world.addLine(id, { quantity: '1', unitPrice: euros });
    return (await world.issue(id)).body;
  };
  const form = (file: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ account, ...fields })) form.append(name, value);
    form.append('file', new Blob([file]), 'releve.csv');
    return form;
  };
  const send = <Body>(path: string, file: string, fields?: Record<string, string>) =>
    world.billing.client.post<Body>(`/api/v1/bank/${path}`, form(file, fields));
  const preview = async (file: string, fields?: Record<string, string>) =>
    (await send<Preview>('previews', file, fields)).body;
  const bring = async (file: string, fields?: Record<string, string>) =>
    (await send<Import>('statements', file, fields)).body;
  const linesOf = async ({ statementId }: Import, query = '') =>
    (await world.ask<{ items: Line[] }>('GET', `/bank/lines?limit=200&statementId=${statementId}${query}`))
      .body.items;
  const proposals = async (lines: readonly Line[]) => {
    const { body } = await world.ask<{ items: Proposal[] }>('GET', '/bank/proposals');
    return body.items.filter(({ lineId }) => lines.some(({ id }) => id === lineId));
  };
  const accept = (line: Line | undefined, body: object) =>
    world.ask<Line>('POST', `/bank/lines/${line?.id}/accept`, body);
  const decisionOf = ({ organisationId, memberId, parts }: Proposal) => ({
    ...{ organisationId, memberId },
    parts: parts.map(({ document, cents }) => ({ documentId: document.id, cents })),
  });

  it('are previewed without being stored, and imported once; the columns are remembered', async () => {
    await invoice();
    const file = csv(
      '01/03/2020;VIREMENT ANCIEN;;5,00',
      '23/11/2026;VIR DUPONT;;12,50',
      '23/11/2026;VIR DUPONT;;12,50',
      '23/11/2026;FRAIS;3,00;',
      '01/01/2027;VIR DEMAIN;;1,00',
    );
    expect(await preview(file)).toMatchObject({
      ...{
        lines: 5,
        known: 0,
        early: 1,
        future: 1,
        fits: true,
        mappingFrom: 'guess',
        account: null,
        broken: [],
      },
    });
    const first = await bring(file);
    expect(first).toMatchObject({ added: 5, known: 0, broken: 0 });
    expect((await linesOf(first)).map(({ state, when }) => [state, when])).toEqual([
      ['open', 'early'],
      ['open', null],
      ['open', null],
      ['out', null],
      ['open', 'future'],
    ]);
    // The same file, and one that overlaps it: only the third payment of that day is new.
    expect(await bring(file)).toMatchObject({ statementId: null, added: 0, known: 5 });
    const longer = file.replace('23/11/2026;FRAIS', '23/11/2026;VIR DUPONT;;12,50\n23/11/2026;FRAIS');
    expect(await preview(longer)).toMatchObject({ mappingFrom: 'memory', known: 5, lines: 6 });
    expect(await bring(longer)).toMatchObject({ added: 1, known: 5 });
  });

  it('with broken lines are imported only if a person leaves these out', async () => {
    const file = csv('20/11/2026;BON;;1,00', '31/11/2026;JOUR FAUX;;2,00', '20/11/2026;BON AUSSI;;3,00');
    const { broken } = await preview(file);
    expect(broken).toMatchObject([{ line: 3, code: 'BANK.LINE_DAY', what: '“31/11/2026” is not a date.' }]);
    expect(await bring(file)).toMatchObject({ code: 'BANK.BROKEN_LINES' });
    expect(await bring(file, { withoutBroken: 'true' })).toMatchObject({ added: 2, broken: 1 });
  });

  it('are refused where the file is another one', async () => {
    const members = 'Nom;Prénom;Courriel\nMartin;Ana;a@b.fr\n';
    expect(await preview(members)).toMatchObject({ fits: false, mapping: null, lines: 0 });
    expect(await bring(members)).toMatchObject({ code: 'BANK.COLUMNS_UNKNOWN' });
    const good = csv('20/11/2026;A;;1,00', '20/11/2026;B;;2,00');
    const { mapping } = await preview(good);
    const confused = JSON.stringify({ ...mapping, date: 1 });
    expect(await bring(good, { mapping: confused })).toMatchObject({ code: 'BANK.COLUMNS_UNFIT' });
    expect(await bring(good, { mapping: '{}' })).toMatchObject({ code: 'BANK.MAPPING_UNFIT' });
    expect(await bring(good, { account: '' })).toMatchObject({ code: 'BANK.ACCOUNT_MISSING' });
    expect(await bring('%PDF-1.7')).toMatchObject({ code: 'BANK.FORMAT_UNKNOWN' });
    expect(await bring(`<Document>${'x'.repeat(21 * 1024 * 1024)}`)).toMatchObject({
      code: 'BANK.FILE_TOO_LARGE',
    });
  });

  it('become payments: sure lines together, others one by one, each line once', async () => {
    const [paid, part] = [await invoice(), await invoice('250')];
    const file = csv(
      `20/11/2026;VIR SEPA ${paid.number};;100,00`,
      `20/11/2026;ACOMPTE ${part.number};;50,00`,
      '20/11/2026;SUBVENTION;;999,00',
    );
    const lines = await linesOf(await bring(file));
    const found = await proposals(lines);
    expect(found).toMatchObject([
      { confidence: 'sure', reason: 'number', owner: 'Lycée Exemple', restCents: 0 },
      { confidence: 'likely', reason: 'part-payment', restCents: 0 },
    ]);
    const lineIds = lines.map(({ id }) => id);
    const together = () =>
      world.ask<{ booked: number; failed: { lineId: string; code: string }[] }>(
        'POST',
        '/bank/proposals/accept',
        {
          lineIds,
        },
      );
    const { body } = await together();
    expect(body.booked).toBe(1);
    expect(body.failed.map(({ code }) => code)).toEqual(['BANK.LINE_NOT_SURE', 'BANK.LINE_NOT_SURE']);
    expect((await together()).body.failed[0]?.code).toBe('BANK.LINE_BOOKED');
    const [, second] = found;
    if (!second) throw new Error('no proposal');
    // Two people at once: one books the line, the other is told.
    const both = await Promise.all([
      accept(lines[1], decisionOf(second)),
      accept(lines[1], decisionOf(second)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('BANK.LINE_BOOKED');
    const payments = await world.ask<{ items: { cents: number; payer: string; leftCents: number }[] }>(
      'GET',
      `/payments?organisationId=${client}&sort=cents`,
    );
    expect(payments.body.items).toMatchObject([
      { cents: 5000, leftCents: 0, payer: 'Lycée Exemple', reference: `ACOMPTE ${part.number}` },
      { cents: 10_000, leftCents: 0 },
    ]);
  });

  it('open again when their payment is undone, and can be booked again', async () => {
    const { id, number } = await invoice();
    const lines = await linesOf(await bring(csv(`20/11/2026;VIR ${number};;100,00`)));
    const decision = { organisationId: client, parts: [{ documentId: id, cents: 10_000 }] };
    const { body: booked } = await accept(lines[0], decision);
    expect(booked).toMatchObject({ state: 'booked', payment: expect.stringMatching(/^RG-2026-/) });
    await world.ask('POST', `/payments/${booked.paymentId}/undo`, { reason: 'mauvais client' });
    const counted = await world.ask<{ items: Line[]; counts: { open: number } }>(
      'GET',
      `/bank/lines?state=open&search=${number}`,
    );
    expect(counted.body.items).toMatchObject([{ id: booked.id, state: 'open', payment: null }]);
    const again = await accept(lines[0], decision);
    expect(again).toMatchObject({ status: 200, body: { state: 'booked' } });
    expect(again.body.payment).not.toBe(booked.payment);
  });

  it('are refused above what is open, and change nothing then', async () => {
    const { id, number } = await invoice();
    const lines = await linesOf(
      await bring(csv(`20/11/2026;VIR ${number};;150,00`, '01/12/2026;FUTUR;;1,00')),
    );
    const all = { organisationId: client, parts: [{ documentId: id, cents: 15_000 }] };
    expect((await accept(lines[0], all)).body.code).toBe('PAYMENT.ABOVE_OPEN');
    expect((await accept(lines[1], { organisationId: client })).body.code).toBe('PAYMENT.IN_FUTURE');
    expect((await accept(lines[0], { organisationId: client, memberId: client })).status).toBe(400);
    const [proposal] = await proposals(lines);
    expect(proposal).toMatchObject({ reason: 'over-payment', restCents: 5000 });
    expect((await accept(lines[0], proposal ? decisionOf(proposal) : {})).body.state).toBe('booked');
  });

  it('are set aside with a reason, and taken back', async () => {
    const [line] = await linesOf(await bring(csv('20/11/2026;SUBVENTION;;999,00')));
    const at = (step: string, body?: object) =>
      world.ask<Line>('POST', `/bank/lines/${line?.id}/${step}`, body);
    expect((await at('ignore', { reason: 'subvention' })).body).toMatchObject({ state: 'ignored' });
    expect((await accept(line, { organisationId: client })).body.code).toBe('BANK.LINE_IGNORED');
    expect((await at('unignore')).body).toMatchObject({ state: 'open' });
    expect((await at('unignore')).status).toBe(200);
    const [out] = await linesOf(await bring(csv('20/11/2026;LOYER;500,00;')));
    expect((await accept(out, { organisationId: client })).body.code).toBe('BANK.LINE_OUT');
    const unknown = { ...line, id: newId<string>() } as Line;
    expect((await accept(unknown, { organisationId: client })).body.code).toBe('BANK.LINE_UNKNOWN');
  });

  it('of another account than the one that is named are refused', async () => {
    const iban = (digits: string) => `<IBAN>FR76${digits.padEnd(23, '0')}</IBAN>`;
    const camt = (digits: string) =>
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
        <Id>1</Id><Acct><Id>${iban(digits)}</Id></Acct><Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`;
    const first = `${tests}1`;
    expect(await bring(camt(first))).toMatchObject({ added: 1 });
    expect((await bring(camt(`${tests}2`))).code).toBe('BANK.OTHER_ACCOUNT');
    expect((await bring(camt(first), { account: `Autre ${tests}` })).code).toBe('BANK.OTHER_ACCOUNT');
  });

  it('know payers of earlier lines', async () => {
    await invoice('70');
    const [first] = await linesOf(await bring(csv('20/11/2026;VIR TRESORERIE MUNICIPALE;;30,00')));
    await accept(first, { organisationId: client });
    const lines = await linesOf(await bring(csv('21/11/2026;VIR TRESORERIE MUNICIPALE;;70,00')));
    expect(await proposals(lines)).toMatchObject([{ reason: 'known-payer', organisationId: client }]);
  });

  it('top up the accounts of members by their references', async () => {
    const memberId = await world.member('member');
    const unknown = await linesOf(await bring(csv('20/11/2026;VIR;;1,00')));
    expect((await accept(unknown[0], { memberId: client })).body.code).toBe('MEMBER.UNKNOWN');
    const first = { cents: 100, means: 'cash', paidOn: '2026-11-20' };
    await world.ask('POST', `/member-accounts/${memberId}/top-ups`, first);
    const shown = () =>
      world.ask<{ reference: string; balanceCents: number }>('GET', `/member-accounts/${memberId}`);
    const { reference } = (await shown()).body;
    const text = `VIR ${reference.toLowerCase().replace('-', ' ')}`;
    const lines = await linesOf(await bring(csv(`20/11/2026;${text};;20,00`)));
    const [proposal] = await proposals(lines);
    expect(proposal).toMatchObject({ confidence: 'sure', reason: 'personal-reference', memberId, parts: [] });
    const { body } = await accept(lines[0], { memberId });
    expect(body.state).toBe('booked');
    expect((await shown()).body.balanceCents).toBe(2100);
  });

  it('may have thousands of lines', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `20/11/2026;PRLV ${at};${at + 1},00;`);
    const file = csv(...rows);
    expect(await bring(file)).toMatchObject({ added: 3000 });
    expect(await bring(file)).toMatchObject({ added: 0, known: 3000 });
  });
});
