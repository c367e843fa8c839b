import { type Clock, type LabId, systemClock } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  pollUntil,
  startTestServer,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { AuditEntry } from '../../../apps/server/src/platform/audit/audit.entities';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';

interface InductionView {
  readonly code?: string;
  readonly id: string;
  readonly state: string;
  readonly labId: string;
  readonly withdrawn: { readonly by: string; readonly reason: string } | null;
}
interface List {
  readonly total: number;
  readonly items: readonly InductionView[];
}
type Trained = FurnishedLab & { readonly trainer: TestAccount };

const DAY_MS = 24 * 3_600_000;

describeOnBothDatabases('inductions', (open) => {
  let server: TestServer;
  let world: ChainWorld;
  let later = 0;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + later };
  let kinds = 0;

  beforeAll(async () => {
    server = await startTestServer({ database: await open(), clock });
    world = await ChainWorld.of(server);
  });
  afterAll(() => server.stop());

  const iso = (afterMs: number) => new Date(clock.now() + afterMs).toISOString();

  /** A kind of machine for which an induction is required. */
  async function makeKind(inductionRequired = true): Promise<string> {
    kinds += 1;
    const names = { nameFr: 'Découpeuse laser', nameEn: 'Laser cutter' };
    const { code } = await world.post<{ code: string }>('/machine-kinds', {
      ...{ code: `laser-${kinds}`, ...names, inductionRequired },
    });
    return code;
  }

  /** A lab whose machine is of this kind, its trainer, and its agent. */
  async function labWith(kind: string): Promise<Trained> {
    const lab = await world.makeLab();
    expect((await world.admin.patch(`/api/v1/machines/${lab.machineId}`, { kind })).status).toBe(200);
    return { ...lab, trainer: await server.accountWith({ role: 'trainer', labId: lab.labId }) };
  }

  const grant = (trainer: TestAccount, memberId: string, body: object) =>
    trainer.client.post<InductionView>(`/api/v1/members/${memberId}/inductions`, body);
  const withdraw = (trainer: TestAccount, id: string) =>
    trainer.client.post<InductionView>(`/api/v1/inductions/${id}/withdraw`, { reason: 'left it alone' });

  async function submit(maker: TestAccount, labId: LabId): Promise<string> {
    const { body } = await maker.client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, smallPart()));
    return body.jobs[0]?.id ?? '';
  }
  /** Why the job waits, once its file is read. */
  const reasons = (id: string, language = 'en') =>
    pollUntil(`job ${id} to wait`, async () => {
      const { waiting } = await world.job(id, language);
      return waiting?.flatMap((each) => each.reasons);
    });
  const codes = async (id: string) => (await reasons(id)).map(({ code }) => code);

  it('are required before a machine of their kind takes a job, and the maker reads which one and what to do', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const agent = await world.joinAgent(lab);
    const maker = await server.accountWith('maker');
    const id = await submit(maker, lab.labId);
    const [reason] = await reasons(id);
    expect(reason).toMatchObject({
      code: 'WAITS.INDUCTION_MISSING',
      what: expect.stringContaining('“Laser cutter”'),
      cure: expect.stringContaining('Ask a trainer'),
    });
    expect((await reasons(id, 'fr'))[0]?.what).toContain('«\u00a0Découpeuse laser\u00a0»');
    expect((await grant(lab.trainer, maker.memberId, { kind, labId: lab.labId })).status).toBe(201);
    await world.jobWhen(id, 'running');
    await agent.leave();
  });

  it('are valid in every lab', async () => {
    const kind = await makeKind();
    const [here, there] = [await labWith(kind), await labWith(kind)];
    const agent = await world.joinAgent(there);
    const maker = await server.accountWith('maker');
    const id = await submit(maker, there.labId);
    expect(await codes(id)).toEqual(['WAITS.INDUCTION_MISSING']);
    // Trainers know members who came to their lab to make something.
    await submit(maker, here.labId);
    await grant(here.trainer, maker.memberId, { kind, labId: here.labId });
    await world.jobWhen(id, 'running');
    await agent.leave();
  });

  it('of a person who submits a job for another member are enough', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const staff = await server.accountWith('manager');
    const child = await server.accountWith();
    await grant(lab.trainer, staff.memberId, { kind, labId: lab.labId });
    const fields = { memberId: child.memberId };
    const submitted = await staff.client.post<{ jobs: JobView[] }>(
      '/api/v1/jobs',
      form(lab.labId, smallPart(), 'part.gcode', fields),
    );
    expect(await codes(submitted.body.jobs[0]?.id ?? '')).toEqual(['WAITS.AGENT_OFFLINE']);
  });

  it('that have ended or were withdrawn do not count, and those of another lab continue', async () => {
    const kind = await makeKind();
    const [lab, other] = [await labWith(kind), await labWith(kind)];
    const maker = await server.accountWith('maker');
    const id = await submit(maker, lab.labId);
    const give = (validUntil?: string) =>
      grant(lab.trainer, maker.memberId, { kind, labId: lab.labId, validUntil });
    await give(iso(DAY_MS));
    expect(await codes(id)).toEqual(['WAITS.AGENT_OFFLINE']);
    later += DAY_MS;
    expect(await codes(id)).toEqual(['WAITS.AGENT_OFFLINE', 'WAITS.INDUCTION_MISSING']);
    const first = await give();
    const everywhere = { ...other.trainer, client: world.admin };
    const second = await grant(everywhere, maker.memberId, { kind, labId: other.labId });
    expect((await withdraw(lab.trainer, first.body.id)).status).toBe(200);
    expect(await codes(id)).toEqual(['WAITS.AGENT_OFFLINE']);
    await withdraw(everywhere, second.body.id);
    expect(await codes(id)).toEqual(['WAITS.AGENT_OFFLINE', 'WAITS.INDUCTION_MISSING']);
    const agent = await world.joinAgent(lab);
    expect(await codes(id)).toEqual(['WAITS.INDUCTION_MISSING']);
    await agent.leave();
  });

  it('that are given twice by a double click are one, which a withdrawal takes', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const maker = await server.accountWith('maker');
    const give = (validUntil?: string) =>
      grant(lab.trainer, maker.memberId, { kind, labId: lab.labId, validUntil });
    const until = iso(DAY_MS);
    const clicks = await Promise.all([give(until), give(until), give(until)]);
    expect(clicks.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(clicks.map(({ body }) => body.id)).size).toBe(1);
    const renewed = await give(iso(2 * DAY_MS));
    const states = async () =>
      (await maker.client.get<List>('/api/v1/me/inductions')).body.items.map(({ state }) => state);
    expect(await states()).toEqual(['valid', 'expired']);
    await withdraw(lab.trainer, renewed.body.id);
    expect(await states()).toEqual(['withdrawn', 'expired']);
  });

  it('are given by trainers in their own lab, to others, and not into the past', async () => {
    const kind = await makeKind();
    const [here, there] = [await labWith(kind), await labWith(kind)];
    const maker = await server.accountWith('maker');
    const give = (memberId: string, body: object) => grant(here.trainer, memberId, { kind, ...body });
    const [inThere, inHere] = [{ labId: there.labId }, { labId: here.labId }];
    expect((await give(maker.memberId, inThere)).body.code).toBe('AUTH.OTHER_LAB');
    expect((await give(here.trainer.memberId, inHere)).body.code).toBe('INDUCTION.SELF');
    expect((await give(maker.memberId, { ...inHere, validUntil: iso(-1) })).body.code).toBe('INDUCTION.PAST');
    const unknown = await grant(here.trainer, maker.memberId, { kind: 'loom', ...inHere });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'MACHINE.UNKNOWN_KIND']);
    expect((await grant(maker, maker.memberId, { kind, ...inHere })).body.code).toBe('AUTH.FORBIDDEN');
    const given = await give(maker.memberId, inHere);
    expect((await withdraw(there.trainer, given.body.id)).body.code).toBe('AUTH.OTHER_LAB');
    expect((await maker.client.get<List>('/api/v1/me/inductions')).body.total).toBe(1);
  });

  it('are stored with who gave and who withdrew them, once; members see their own without names', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const maker = await server.accountWith('maker');
    const { body } = await grant(lab.trainer, maker.memberId, { kind, labId: lab.labId });
    const answers = await Promise.all([1, 2].map(() => withdraw(lab.trainer, body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const history = await lab.trainer.client.get<List>(`/api/v1/members/${maker.memberId}/inductions`);
    expect(history.body.items).toMatchObject([
      {
        ...{ id: body.id, kind, labId: lab.labId, state: 'withdrawn', grantedBy: lab.trainer.accountId },
        withdrawn: { by: lab.trainer.accountId, reason: 'left it alone' },
      },
    ]);
    const own = await maker.client.get<List>('/api/v1/me/inductions');
    expect(own.body.items).toMatchObject([{ id: body.id, state: 'withdrawn' }]);
    expect(own.text).not.toContain(lab.trainer.accountId);
  });

  it('are in the audit trail, with the reason in a separate table', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const maker = await server.accountWith('maker');
    const { body } = await grant(lab.trainer, maker.memberId, { kind, labId: lab.labId });
    await withdraw(lab.trainer, body.id);
    const entries = await server.app
      .get(UnitOfWork)
      .run(({ manager }) =>
        manager.find(AuditEntry, { where: { subjectId: body.id }, order: { id: 'ASC' } }),
      );
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['induction.granted', lab.trainer.accountId],
      ['induction.withdrawn', lab.trainer.accountId],
    ]);
    expect(JSON.stringify(entries)).not.toContain('left it alone');
  });

  it('begin and cease to be required with the kind of machine', async () => {
    const kind = await makeKind();
    const lab = await labWith(kind);
    const agent = await world.joinAgent(lab);
    const id = await submit(await server.accountWith('maker'), lab.labId);
    expect(await codes(id)).toEqual(['WAITS.INDUCTION_MISSING']);
    const path = `/api/v1/machine-kinds/${kind}`;
    expect((await world.admin.patch(path, { inductionRequired: false })).status).toBe(200);
    await world.jobWhen(id, 'running');
    await agent.leave();
  });
});

describeOnBothDatabases('kinds of machine', (open) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
    world = await ChainWorld.of(server);
  });
  afterAll(() => server.stop());

  const saw = { code: 'saw', nameFr: 'Scie', nameEn: 'Saw', inductionRequired: true };

  it('begin with the 3D printer, which needs no induction, and are read by everybody', async () => {
    const maker = await server.accountWith('maker');
    const { body } = await maker.client.get<{ items: object[] }>('/api/v1/machine-kinds');
    expect(body.items).toEqual([
      { code: 'printer', nameFr: 'Imprimante 3D', nameEn: '3D printer', inductionRequired: false },
    ]);
    expect((await maker.client.post('/api/v1/machine-kinds', saw)).status).toBe(403);
  });

  it('have one code each, and machines are of one that there is', async () => {
    await world.post('/machine-kinds', saw);
    const again = await world.admin.post('/api/v1/machine-kinds', saw);
    expect([again.status, again.body.code]).toEqual([409, 'MACHINE.KIND_TAKEN']);
    const { labId, machineId } = await world.makeLab();
    expect((await world.admin.get(`/api/v1/machines/${machineId}`)).body).toMatchObject({ kind: 'printer' });
    expect(await world.addMachine(labId, { name: 'B', kind: 'saw' })).toMatchObject({ kind: 'saw' });
    const lost = await world.admin.patch(`/api/v1/machines/${machineId}`, { kind: 'loom' });
    expect([lost.status, lost.body.code]).toEqual([422, 'MACHINE.UNKNOWN_KIND']);
    expect(lost.body.params.known).toEqual(['printer', 'saw']);
  });
});
