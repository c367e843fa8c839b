import type { LabId, MemberId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  FakeClock,
  type HttpClient,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import iconv from 'iconv-lite';
import { AuditPersonalDetail } from '../../../apps/server/src/platform/audit/audit.entities';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';

interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly what: string;
}
interface Report {
  readonly code?: string;
  readonly importId: string | null;
  readonly members: number;
  readonly problems: Problem[];
  readonly ignoredColumns: string[];
}
interface MemberItem {
  readonly id: MemberId;
  readonly displayName: string;
  readonly guardianId: string | null;
}
interface List<Item> {
  readonly items: Item[];
  readonly total: number;
}
interface Undone {
  readonly removed: number;
  readonly kept: { displayName: string; why: { code: string }[] }[];
}

describeOnBothDatabases('importing and exporting members', (open) => {
  let server: TestServer;
  let administrator: HttpClient;
  let labId: LabId;
  const clock = new FakeClock(Date.parse('2026-11-24T09:00:00Z'));

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock });
    administrator = (await server.accountWith('administrator')).client;
    labId = await makeLab(administrator, 'Fontaine d’Ouche');
  });
  afterAll(() => server.stop());

  async function makeLab(client: HttpClient, name: string): Promise<LabId> {
    return (await client.post<{ id: LabId }>('/api/v1/labs', { name })).body.id;
  }
  function send(content: string | Buffer, fields: Record<string, string> = {}, client = administrator) {
    const data = new FormData();
    data.set('file', new Blob([new Uint8Array(Buffer.from(content))]), 'membres.csv');
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return client.post<Report>('/api/v1/members/imports', data);
  }
  const find = async (search: string, client = administrator) =>
    (await client.get<List<MemberItem>>(`/api/v1/members?search=${encodeURIComponent(search)}`)).body.items;
  const undo = (id: string | null) => administrator.post<Undone>(`/api/v1/members/imports/${id}/undo`);

  const family = (tag: string) =>
    [
      'Nom;E-mail;Téléphone;Catégorie;Lab;Résident jusqu’au;Mineur jusqu’au;Tuteur',
      `Zoé ${tag};;;;;;01/09/2030;anne.${tag}@example.org`,
      `Anne ${tag};Anne.${tag}@Example.org;'+33 3 80 00 00 00;résident;fontaine d'ouche;31/08/2027;;`,
    ].join('\r\n');

  it('takes a spreadsheet in Windows-1252, with guardians on later lines', async () => {
    const { body, status } = await send(Buffer.from(family('brulee').replace(/’/g, "'"), 'latin1'));
    expect([status, body.members, body.problems]).toEqual([200, 2, []]);
    const [anne] = await find('anne brulee');
    expect(anne).toMatchObject({
      email: 'anne.brulee@example.org',
      phone: '+33 3 80 00 00 00',
      ...{ category: 'resident', homeLabId: labId, guardianId: null, minorUntil: null },
      residency: { validUntil: '2027-08-31T21:59:59.999Z', state: 'valid' },
    });
    const [zoe] = await find('Zoé brulee');
    expect(zoe).toMatchObject({
      guardianId: anne?.id,
      minorUntil: '2030-09-01T21:59:59.999Z',
      homeLabId: null,
    });
  });

  it('takes a file of Excel: UTF-16 with tabs, or sep=; in Windows-1252, names in two columns', async () => {
    const wide = '\ufeffPrénom\tNom\tRésident jusqu’au\r\nCœur\td’Août\t31/08/2027\r\n';
    expect((await send(Buffer.from(wide, 'utf16le'))).body).toMatchObject({ members: 1, problems: [] });
    const [heart] = await find('cœur d’août');
    expect(heart).toMatchObject({ displayName: 'Cœur d’Août', residency: { state: 'valid' } });
    const narrow = 'sep=;\r\nNom;Prénom;Résident jusqu’au\r\nd’Œil;Amélie – Zoé;31/08/2027\r\n';
    expect((await send(iconv.encode(narrow, 'windows1252'))).body).toMatchObject({
      members: 1,
      problems: [],
    });
    expect((await find('amélie – zoé'))[0]).toMatchObject({
      displayName: 'Amélie – Zoé d’Œil',
      residency: { state: 'valid' },
    });
  });

  it('names the cell whose characters were lost before', async () => {
    const { body } = await send('Nom;E-mail\nAm\ufffdlie;a@lost.org\n');
    expect(body.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Nom', 'IMPORT.LOST_CHARACTER'],
    ]);
  });

  it('names the column of the family’s name where no name is given', async () => {
    const { body } = await send('Prénom;Nom\n;\nÉmilie;\n;;\n');
    expect(body).toMatchObject({ members: 1, problems: [] });
    const empty = await send('Prénom;Nom;E-mail\n;;unknown@name.org\n');
    expect(empty.body.problems[0]).toMatchObject({ column: 'Nom', code: 'IMPORT.NAME_MISSING' });
  });

  it('reads English headings, separated by commas, and gives lines without a lab the one chosen', async () => {
    const text = 'NAME,Category,Shoe size\nJohn Import,School group,42\n';
    const { body } = await send(text, { labId });
    expect(body).toMatchObject({ members: 1, ignoredColumns: ['Shoe size'] });
    expect((await find('john import'))[0]).toMatchObject({ category: 'school-group', homeLabId: labId });
  });

  const bad = [
    'Nom;E-mail;Catégorie;Lab;Résident jusqu’au;Mineur jusqu’au;Tuteur',
    ';a1@bad.org;;;;;',
    'B;pas une adresse;martien;Ailleurs;bientôt;;',
    'C;c@bad.org;;;;2030-01-01;',
    'D;c@bad.org;;;;;unknown@bad.org',
    'C;c@bad.org;;;;;',
    'F;there@bad.org;;;;;',
    'G;;;;;2030-01-01;C',
    'H;h@bad.org;;;;;h@bad.org',
    'I;i@bad.org;;;;;j@bad.org',
    'J;j@bad.org;;;;;i@bad.org',
    'Right;right@bad.org;;;;;',
  ].join('\n');

  it('lists every bad line with its number, its column and a sentence, and writes nothing', async () => {
    await administrator.post('/api/v1/members', { displayName: 'There', email: 'there@bad.org' });
    const tried = await send(bad, { dryRun: 'true' });
    expect(tried.status).toBe(200);
    expect(tried.body.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Nom', 'IMPORT.NAME_MISSING'],
      [3, 'E-mail', 'IMPORT.NOT_AN_EMAIL'],
      [3, 'Catégorie', 'IMPORT.UNKNOWN_CATEGORY'],
      [3, 'Lab', 'IMPORT.UNKNOWN_LAB'],
      [3, 'Résident jusqu’au', 'IMPORT.NOT_A_DATE'],
      [4, 'Tuteur', 'IMPORT.GUARDIAN_MISSING'],
      [5, 'E-mail', 'IMPORT.SAME_EMAIL'],
      [5, 'Tuteur', 'IMPORT.UNKNOWN_GUARDIAN'],
      [6, 'E-mail', 'IMPORT.TWICE_IN_FILE'],
      [7, 'E-mail', 'IMPORT.ALREADY_MEMBER'],
      [9, 'Tuteur', 'IMPORT.GUARDIAN_CIRCLE'],
      [10, 'Tuteur', 'IMPORT.GUARDIAN_CIRCLE'],
      [11, 'Tuteur', 'IMPORT.GUARDIAN_CIRCLE'],
    ]);
    expect(tried.body.problems[2]?.what).toBe('There is no category “martien”.');
    expect(tried.body).toMatchObject({ dryRun: true, importId: null, lines: 11, members: 2 });
    const real = await send(bad);
    expect(real).toMatchObject({ status: 422, body: { code: 'IMPORT.BAD_LINES', params: { count: 9 } } });
    expect(real.body.problems).toEqual(tried.body.problems);
    expect(await find('right@bad.org')).toEqual([]);
  });

  it('writes nothing in a successful dry run, and then the same members without dryRun', async () => {
    const tried = await send(family('dry'), { dryRun: 'true' });
    expect(tried.body).toMatchObject({ members: 2, importId: null, problems: [] });
    expect(await find('anne dry')).toEqual([]);
    expect((await send(family('dry'))).body.members).toBe(2);
    const again = await send(family('dry'));
    expect(again.body.problems.map(({ code }) => code)).toEqual(['IMPORT.ALREADY_MEMBER']);
  });

  it('makes the members once, when two send the same file at the same time', async () => {
    const answers = await Promise.all([send(family('race')), send(family('race'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await find('anne race')).toHaveLength(1);
  });

  it('takes thousands of lines, and refuses more and what is too large', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `Bulk ${at};bulk${at}@example.org`);
    const many = await send(`Nom;E-mail\n${lines.join('\n')}`);
    expect(many.body.members).toBe(5000);
    expect((await undo(many.body.importId)).body).toEqual({ removed: 5000, kept: [] });
    const more = await send(`Nom\n${'x\n'.repeat(5001)}`);
    expect(more).toMatchObject({ status: 422, body: { code: 'IMPORT.TOO_MANY_LINES' } });
    const large = await send(Buffer.alloc(2 * 1024 * 1024 + 1, 'x'));
    expect(large).toMatchObject({ status: 413, body: { code: 'IMPORT.TOO_LARGE' } });
  });

  it('is undone for members without later records; undoing twice changes nothing', async () => {
    const lines = ['Changed', 'Proven', 'Grouped', 'Invited', 'Guarded', 'Untouched'];
    const text = `Nom;Mineur jusqu’au;Tuteur\n${lines.map((name) => `${name} Undo;;`).join('\n')}\nWard Undo;2030-01-01;Untouched Undo`;
    const { importId } = (await send(text)).body;
    const id = async (name: string) => (await find(`${name} undo`))[0]?.id;
    await administrator.patch(`/api/v1/members/${await id('changed')}`, { phone: '03 80' });
    const proof = { validUntil: '2027-11-24T09:00:00Z' };
    await administrator.post(`/api/v1/members/${await id('proven')}/residency`, proof);
    const group = await administrator.post<{ id: string }>('/api/v1/groups', { name: 'Undo', labId });
    await administrator.request('PUT', `/api/v1/groups/${group.body.id}/people/${await id('grouped')}`, {
      body: { leads: false },
    });
    const account = {
      email: 'invited@undo.org',
      password: 'correct horse battery',
      roles: [{ role: 'maker' }],
    };
    await administrator.post(`/api/v1/members/${await id('invited')}/account`, account);
    const ward = { minorUntil: '2030-01-01T00:00:00Z', guardianId: await id('guarded') };
    await administrator.post('/api/v1/members', { displayName: 'Later', ...ward });
    const untouched = await id('untouched');

    const { body } = await undo(importId);
    expect(body.removed).toBe(2);
    expect(body.kept.map(({ displayName, why }) => [displayName, why.map(({ code }) => code)])).toEqual([
      ['Changed Undo', ['IMPORT.KEPT_CHANGED']],
      ['Grouped Undo', ['IMPORT.KEPT_GROUP']],
      ['Guarded Undo', ['IMPORT.KEPT_GUARDIAN']],
      ['Invited Undo', ['IMPORT.KEPT_ACCOUNT']],
      ['Proven Undo', ['IMPORT.KEPT_RESIDENCY']],
    ]);
    expect(await find('ward undo')).toEqual([]);
    const details = server.app.get(ReadDatabase).of(AuditPersonalDetail);
    expect(await details.countBy({ memberId: untouched as MemberId })).toBe(0);
    expect((await undo(importId)).body.removed).toBe(0);
    const list =
      await administrator.get<List<{ id: string; undoneAt: string | null }>>('/api/v1/members/imports');
    expect(list.body.items.find((each) => each.id === importId)?.undoneAt).not.toBeNull();
    expect((await undo('0193b0e0-0000-7000-8000-000000000000')).status).toBe(404);
  });

  /** Members that an import would refuse if it did not know the export's format. */
  async function addOddMembers() {
    const add = async (fields: object) =>
      (await administrator.post<MemberItem>('/api/v1/members', fields)).body.id;
    const guardianId = await add({ displayName: 'Léa @ <Lab>', category: 'resident' });
    const minor = { minorUntil: '9999-12-31T23:59:59Z', guardianId };
    const last = await add({ displayName: 'For ever', ...minor });
    const proof = { validUntil: '9999-12-31T23:59:59.999Z' };
    expect((await administrator.post(`/api/v1/members/${last}/residency`, proof)).status).toBe(201);
    await add({ displayName: 'Long ago', minorUntil: '1900-01-01T00:00:00Z' });
    await add({ displayName: 'Once a pupil', category: 'school-group' });
    const { status } = await administrator.post('/api/v1/categories/school-group/retire');
    expect(status).toBe(200);
  }

  it('exports what an empty network imports unchanged, and no formula', async () => {
    const headers = { 'accept-language': 'fr' };
    const odd = { displayName: '=HYPERLINK("x") ; "y"', email: 'family@example.org', phone: "'+33" };
    const made = await administrator.post<MemberItem>('/api/v1/members', odd);
    const child = { displayName: 'Child', email: 'family@example.org', minorUntil: '2031-01-01T00:00:00Z' };
    const evenIf = '/api/v1/members?evenIf=same-email';
    await administrator.post(evenIf, { ...child, guardianId: made.body.id });
    await addOddMembers();
    const exported = await administrator.get('/api/v1/members/export', { headers });
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="membres.csv"');
    const cells = exported.text.split(/[;\r\n]+/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);

    const other = await startTestServer({ database: await open(), clock });
    try {
      const { client } = await other.accountWith('administrator');
      await makeLab(client, 'Fontaine d’Ouche');
      await client.post('/api/v1/categories/school-group/retire');
      const { items } = (await client.get<List<MemberItem>>('/api/v1/members')).body;
      const taken = await send(
        `\ufeff${exported.text.replace(/^\ufeff/, '')}`,
        { evenIf: 'same-email' },
        client,
      );
      expect([taken.body.problems ?? [], taken.status]).toEqual([[], 200]);
      const back = await client.get('/api/v1/members/export', { headers });
      const sorted = (text: string) =>
        text
          .replace(/^\ufeff/, '')
          .split('\r\n')
          .sort();
      const own = items.map(({ displayName }) => `${displayName};;;non-resident;;;;`);
      expect(sorted(back.text)).toEqual([...sorted(exported.text), ...own].sort());
    } finally {
      await other.stop();
    }
  });

  it('is for administrators', async () => {
    const { client } = await server.accountWith('manager');
    expect((await send('Nom\nA', {}, client)).status).toBe(403);
    expect((await client.get('/api/v1/members/export')).status).toBe(403);
  });

  it('begins with a byte order mark, so that spreadsheets read the accents', async () => {
    const { token } = administrator;
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fr' };
    const response = await fetch(`${server.url}/api/v1/members/export`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain(
      'Nom;E-mail;Téléphone;Catégorie;Lab;Résident jusqu’au;Mineur jusqu’au;Tuteur\r\n',
    );
  });
});
