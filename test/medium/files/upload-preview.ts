import { newId, type UploadId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  type HttpClient,
  pollUntil,
  startTestServer,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { StoredFile } from '../../../apps/server/src/production/files/file.entity';
import { Upload } from '../../../apps/server/src/production/submissions/upload.entity';
import { tariffRates } from '../fixtures/billing-world';
import {
  ChainWorld,
  type FurnishedLab,
  type JobView,
  partWithLine,
  smallPart,
} from '../fixtures/chain-world';
import { pictureComment } from '../fixtures/picture';

interface UploadView {
  readonly id: string;
  readonly code?: string;
  readonly fileName: string;
  readonly state: string;
  readonly refusal: { readonly code: string } | null;
  readonly analysis: { readonly filamentMm: number[]; readonly filamentExact?: boolean } | null;
  readonly thumbnails: { readonly href: string }[];
  readonly expiresAt: string;
}
interface PreviewView {
  readonly code?: string;
  readonly analysis: {
    readonly filamentMm: number[];
    readonly readAs: string | null;
    readonly readingsDiffer: boolean;
  };
  readonly findings: { readonly code: string; readonly line: number }[];
  readonly machines: { readonly machineId: string; readonly reasons: { readonly code: string }[] }[];
  readonly price: {
    readonly category: string;
    readonly valueCents: number;
    readonly chargedCents: number;
    readonly materials: { readonly material: string; readonly milligrams: number }[];
  } | null;
  readonly notices: { readonly code: string }[];
}
type Submitted = { readonly code?: string; readonly batchId: string; readonly jobs: JobView[] };

const DAY_MS = 24 * 3_600_000;

const fileOnly = (content: string, name = 'part.gcode'): FormData => {
  const data = new FormData();
  data.set('file', new Blob([content]), name);
  return data;
};

describeOnBothDatabases('the preview of a file before it is submitted', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), env: { PANDAFAB_MAX_UPLOAD_MB: '1' } });
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
  });
  afterAll(() => server.stop());

  const send = async ({ client }: TestAccount, content = smallPart(newId()), name?: string) => {
    const { status, body } = await client.post<UploadView>('/api/v1/uploads', fileOnly(content, name));
    expect(status).toBe(201);
    return body;
  };
  const read = (client: HttpClient, id: string) =>
    pollUntil(`upload ${id} to be read`, async () => {
      const { body } = await client.get<UploadView>(`/api/v1/uploads/${id}`);
      return body.state === 'pending' ? undefined : body;
    });
  const preview = ({ client }: TestAccount, id: string, choice: Record<string, string> = {}) =>
    client.get<PreviewView>(
      `/api/v1/uploads/${id}/preview?${new URLSearchParams({ labId: lab.labId, ...choice })}`,
    );
  const submit = ({ client }: TestAccount, id: string, choice: object = {}, key?: string) =>
    client.request<Submitted>('POST', `/api/v1/uploads/${id}/jobs`, {
      body: { labId: lab.labId, ...choice },
      ...(key && { headers: { 'idempotency-key': key } }),
    });

  it('shows its figures and its pictures, and is no job yet', async () => {
    const ana = await server.accountWith('maker');
    const sent = await send(ana, `${pictureComment(48, 36)}${smallPart('seen')}`, 'seen.gcode');
    const upload = await read(ana.client, sent.id);
    expect(upload).toMatchObject({ fileName: 'seen.gcode', state: 'analysed', refusal: null });
    expect(upload.analysis?.filamentMm).toEqual([2]);
    expect(Date.parse(upload.expiresAt) - Date.now()).toBeGreaterThan(DAY_MS - 60_000);
    const [picture] = upload.thumbnails;
    const answer = await fetch(server.url + picture?.href, {
      headers: { authorization: `Bearer ${ana.client.token}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await ana.client.get<{ total: number }>('/api/v1/jobs')).body.total).toBe(0);
  });

  it('says when more filament will be used than the file says', async () => {
    const ana = await server.accountWith('maker');
    const exactOf = async (line: string) =>
      (await read(ana.client, (await send(ana, partWithLine(line, 7))).id)).analysis?.filamentExact;
    expect([await exactOf('M400'), await exactOf('M701 L100')]).toEqual([true, false]);
  });

  it('shows the guards’ findings, and which machines would not take it and why', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana, partWithLine('M104 S400', 7));
    await read(ana.client, id);
    const { body } = await preview(ana, id);
    expect(body.findings[0]).toMatchObject({ line: 7 });
    const [machine] = body.machines;
    expect(machine?.machineId).toBe(lab.machineId);
    expect(machine?.reasons.map(({ code }) => code)).toContain(body.findings[0]?.code);
    expect(machine?.reasons.map(({ code }) => code)).toContain('WAITS.AGENT_OFFLINE');
  });

  it('checks machines for the chosen material', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana);
    await read(ana.client, id);
    const reasons = async (choice: Record<string, string>) =>
      (await preview(ana, id, choice)).body.machines.flatMap((each) => each.reasons.map(({ code }) => code));
    expect(await reasons({})).not.toContain('WAITS.OTHER_MATERIAL');
    expect(await reasons({ material: 'PETG' })).toContain('WAITS.OTHER_MATERIAL');
  });

  it('is read as the machine of its run would read it: figures and spool', async () => {
    const { labId } = await world.makeLab();
    const { id: machineId } = await world.addMachine(labId, { name: 'MK3', profileId: 'prusa-mk3' });
    await world.put(`/machines/${machineId}/spool`, { spoolId: await world.addSpool(labId, 'S2') });
    const ana = await server.accountWith('maker');
    // 500 m to Prusa-Firmware, of which a spool has 335; 50 m to Marlin 2, where G90 makes E absolute again.
    const moves = Array.from({ length: 10 }, (_, at) => `G1 X${at + 1} E50000`);
    const { id } = await send(ana, ['M83', 'G90', 'G28', 'M109 S200', 'G1 Z0.2', ...moves, ''].join('\n'));
    await read(ana.client, id);
    const { body } = await preview(ana, id, { labId });
    expect(body.analysis).toMatchObject({ filamentMm: [500_000], readingsDiffer: true });
    const reasons = new Map(
      body.machines.map((each) => [each.machineId, each.reasons.map(({ code }) => code)]),
    );
    expect(reasons.get(machineId)).toContain('WAITS.SPOOL_TOO_LOW');
    const others = [...reasons].filter(([other]) => other !== machineId);
    expect(others.map(([, codes]) => codes.includes('WAITS.SPOOL_TOO_LOW'))).toEqual([false]);
    const job = await world.submit(labId, ['M83', 'G90', 'G28', 'M109 S201', ...moves, ''].join('\n'));
    expect((await world.jobWhen(job.id, 'queued')).analysis?.filamentMm).toEqual([500_000]);
  });

  it('shows the price for each payer, once there is a tariff', async () => {
    const [resident, ana] = [await server.accountWith('maker'), await server.accountWith('maker')];
    const validUntil = new Date(Date.now() + 10 * DAY_MS).toISOString();
    await world.post(`/members/${resident.memberId}/residency`, { validUntil });
    const part = `; filament used [g] = 100\n; filament_type = PLA\n${smallPart(newId())}`;
    const [his, hers] = [await send(resident, part), await send(ana, part)];
    await read(resident.client, his.id);
    expect((await preview(ana, hers.id)).body.price).toBeNull();
    await world.post('/tariffs', { name: 'Tarif', rates: tariffRates });
    const { price } = (await preview(ana, hers.id)).body;
    expect(price).toMatchObject({
      category: 'member',
      materials: [{ material: 'PLA', milligrams: 100_000 }],
    });
    // Set-up 1 €, 100 g at 83.40 € for 1 000 g, and some machine time.
    expect(price?.valueCents).toBeGreaterThanOrEqual(100 + 834);
    expect(price?.chargedCents).toBe(price?.valueCents);
    const free = (await preview(resident, his.id)).body;
    expect(free.price).toMatchObject({
      category: 'resident',
      chargedCents: 0,
      valueCents: price?.valueCents,
    });
    expect(free.notices.map(({ code }) => code)).toEqual(['MEMBER.RESIDENCY_ENDS_SOON']);
    // 3 m of PLA to the Prusa that may make it, 1 m to Marlin 2.
    const { labId } = await world.makeLab();
    await world.addMachine(labId, { profileId: 'prusa-mk3' });
    const relative = await send(ana, 'M83\nG90\nG28\nG1 X1 E1000\nG1 X2 E1000\nG1 X3 E1000\n');
    await read(ana.client, relative.id);
    const [used] = (await preview(ana, relative.id, { labId })).body.price?.materials ?? [];
    expect(used?.milligrams).toBeCloseTo(3 * 1000 * 2.4053 * 1.24, -2);
  });

  it('becomes its jobs when it is submitted, and is no upload any more', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana, smallPart(newId()), 'bracket.gcode');
    const { status, body } = await submit(ana, id, { quantity: 2, material: 'PLA' });
    expect([status, body.jobs.map(({ fileName }) => fileName)]).toEqual([
      201,
      ['bracket.gcode', 'bracket.gcode'],
    ]);
    await world.jobWhen(body.jobs[0]?.id ?? '', 'queued');
    await submit(ana, (await send(ana)).id);
    const together = await ana.client.get<{ total: number }>(`/api/v1/jobs?batchId=${body.batchId}`);
    expect(together.body.total).toBe(2);
    expect((await ana.client.get<{ items: [] }>('/api/v1/uploads')).body.items).toEqual([]);
    const again = await submit(ana, id);
    expect([again.status, again.body.code]).toEqual([404, 'UPLOAD.UNKNOWN']);
  });

  it('is submitted once, however often the button is pressed, and repeats a lost answer', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana);
    const key = newId<string>();
    const answers = await Promise.all([1, 2, 3].map(() => submit(ana, id, {}, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.batchId)).size).toBe(1);
    const other = await send(ana);
    const presses = await Promise.all([1, 2, 3].map(() => submit(ana, other.id)));
    expect(presses.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect((await ana.client.get<{ total: number }>('/api/v1/jobs')).body.total).toBe(2);
  });

  it('stays where its submission is refused', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana);
    const [nowhere, others] = [{ labId: newId() }, { memberId: (await server.accountWith()).memberId }];
    expect((await submit(ana, id, nowhere)).body.code).toBe('LAB.UNKNOWN');
    expect((await submit(ana, id, others)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await preview(ana, id, others)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await submit(ana, id)).status).toBe(201);
  });

  it('is visible to its sender only: not even to administrators', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana, `${pictureComment(48, 36)}${smallPart(newId())}`);
    await read(ana.client, id);
    const ben = await server.accountWith('maker');
    for (const client of [ben.client, world.admin]) {
      expect((await client.get<{ items: [] }>('/api/v1/uploads')).body.items).toEqual([]);
      for (const path of ['', `/preview?labId=${lab.labId}`, '/thumbnail'])
        expect((await client.get(`/api/v1/uploads/${id}${path}`)).status).toBe(404);
      expect((await client.delete(`/api/v1/uploads/${id}`)).status).toBe(404);
    }
    expect((await submit(ben, id)).body.code).toBe('UPLOAD.UNKNOWN');
    expect((await ana.client.get(`/api/v1/uploads/${id}`)).status).toBe(200);
  });

  it('is the same when it is sent again under the same name, and another under another', async () => {
    const ana = await server.accountWith('maker');
    const part = smallPart(newId());
    const [first, again, other] = [
      await send(ana, part),
      await send(ana, part),
      await send(ana, part, 'other.gcode'),
    ];
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    await ana.client.delete(`/api/v1/uploads/${first.id}`);
    const { items } = (await ana.client.get<{ items: UploadView[] }>('/api/v1/uploads')).body;
    expect(items.map(({ id }) => id)).toEqual([other.id]);
  });

  it('says that the server has not read it yet', async () => {
    const ana = await server.accountWith('maker');
    const sha256 = newId<string>().replaceAll('-', '').padEnd(64, '0');
    const row = { sha256, bytes: 1, state: 'pending' as const, createdAt: Date.now() };
    const upload = {
      id: newId<UploadId>(),
      accountId: ana.accountId,
      fileSha256: sha256,
      fileName: 'a.gcode',
    };
    const times = { createdAt: Date.now(), expiresAt: Date.now() + DAY_MS };
    await server.app.get(UnitOfWork).run(async ({ manager }) => {
      await manager.insert(StoredFile, row);
      await manager.insert(Upload, { ...upload, ...times });
    });
    const { status, body } = await preview(ana, upload.id);
    expect([status, body.code]).toEqual([409, 'UPLOAD.NOT_READ']);
  });

  it('gives the reason where no machine can make it', async () => {
    const ana = await server.accountWith('maker');
    const { id } = await send(ana, 'PK\u0003\u0004 a project, not G-code');
    const refused = await read(ana.client, id);
    expect(refused.state).toBe('refused');
    expect((await preview(ana, id)).body.code).toBe(refused.refusal?.code);
  });

  it('is sent again and submitted at the same time, and is made once each time', async () => {
    const ana = await server.accountWith('maker');
    const part = smallPart(newId());
    for (let round = 0; round < 8; round++) {
      const { id } = await send(ana, part);
      const [submitted, again] = await Promise.all([submit(ana, id), send(ana, part)]);
      expect(submitted.status).toBe(201);
      await ana.client.delete(`/api/v1/uploads/${again.id}`);
    }
    expect((await ana.client.get<{ total: number }>('/api/v1/jobs')).body.total).toBe(8);
  });

  it('takes a limited number of bytes in total', async () => {
    const ana = await server.accountWith('maker');
    const large = (name: string) => `${smallPart(name)};${'x'.repeat(900 * 1024)}\n`;
    for (const name of ['1', '2', '3', '4']) await send(ana, large(name));
    const { status, body } = await ana.client.post<UploadView>('/api/v1/uploads', fileOnly(large('5')));
    expect([status, body.code]).toEqual([409, 'UPLOAD.TOO_MUCH']);
    const { items } = (await ana.client.get<{ items: UploadView[] }>('/api/v1/uploads')).body;
    expect(items).toHaveLength(4);
  });

  it('is refused where fifty others already wait, also when several come at the same time', async () => {
    const ana = await server.accountWith('maker');
    const part = smallPart(newId());
    for (let at = 0; at < 48; at++) await send(ana, part, `${at}.gcode`);
    const last = await Promise.all(
      [1, 2, 3, 4].map((at) => ana.client.post('/api/v1/uploads', fileOnly(part, `last-${at}.gcode`))),
    );
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    const { status, body } = await ana.client.post<UploadView>(
      '/api/v1/uploads',
      fileOnly(part, 'more.gcode'),
    );
    expect([status, body.code]).toEqual([409, 'UPLOAD.TOO_MANY']);
  });
});
