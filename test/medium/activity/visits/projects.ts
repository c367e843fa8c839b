import { type LabId, newId } from '@pandafab/shared';
import { describeOnBothDatabases, type TestAccount } from '@pandafab/testing';
import { Session } from '../../../../apps/server/src/activity/sessions/session.entities';
import { MemberProfile } from '../../../../apps/server/src/people/members/member.entity';
import { greyPng } from '../../fixtures/picture';
import { DeskWorld } from './desk-world';

interface ProjectAnswer {
  readonly id: string;
  readonly state: string;
  readonly steps: string[];
  readonly endedOn: string | null;
  readonly version: number;
  readonly hasPicture: boolean;
  readonly code?: string;
  readonly people: { displayName: string }[];
  readonly jobs: { jobId: string; fileName: string }[];
  readonly sessions: { title: string; day: string }[];
  readonly prestations: { prestationId: string; reference: string }[];
}
interface PartnerAnswer {
  readonly partner: { kind: string; neighbourhood: string | null; version: number } | null;
  readonly code?: string;
}

describeOnBothDatabases('partners and projects', (open) => {
  let world: DeskWorld;
  let school: string;

  beforeAll(async () => {
    world = await DeskWorld.open(await open());
    school = await world.billing.organisation();
  });
  afterAll(() => world.server.stop());

  const make = async (change: object = {}) =>
    (
      await world.trainer.client.post<ProjectAnswer>('/api/v1/projects', {
        ...{ title: 'Un film du quartier', summary: 'Une classe filme.', labId: world.labId },
        ...{ startsOn: '2026-11-02', organisationId: school, partners: ['Maison de quartier'] },
        ...change,
      })
    ).body;
  const get = async (id: string) =>
    (await world.trainer.client.get<ProjectAnswer>(`/api/v1/projects/${id}`)).body;
  const send = (method: string, path: string, body?: unknown) =>
    world.trainer.client.request<ProjectAnswer>(
      method,
      `/api/v1/projects/${path}`,
      body === undefined ? {} : { body },
    );

  it('a school is a partner, with its neighbourhood and whether it is in a priority area', async () => {
    const path = `/api/v1/organisations/${school}/partner`;
    const put = (body: object) => world.trainer.client.request<PartnerAnswer>('PUT', path, { body });
    expect((await world.trainer.client.get<PartnerAnswer>(path)).body.partner).toBeNull();
    const fields = { kind: 'school', neighbourhood: 'Grésilles', priorityEducation: true };
    expect((await put({ ...fields, version: 0 })).body.partner).toMatchObject({ ...fields, version: 1 });
    const both = await Promise.all([
      put({ ...fields, kind: 'city', version: 1 }),
      put({ ...fields, kind: 'other', version: 1 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await put({ ...fields, version: 1 })).body.code).toBe('PARTNER.CHANGED');
    expect((await put({ ...fields, version: 2 })).body.partner).toMatchObject({ version: 3 });
    const list = (query: string) => world.trainer.client.get<{ total: number }>(`/api/v1/partners?${query}`);
    expect((await list('kind=school&priorityEducation=true')).body.total).toBe(1);
    expect((await list('priorityEducation=false')).body.total).toBe(0);
    expect((await list('search=lycee')).body.total).toBe(1);
    expect((await world.trainer.client.delete(path)).status).toBe(204);
    expect((await world.trainer.client.get<PartnerAnswer>(path)).body.partner).toBeNull();
  });

  it('neighbourhoods are offered when at least five members gave them, or a partner has them', async () => {
    for (let at = 0; at < 7; at += 1) {
      const memberId = await world.billing.member('resident');
      const neighbourhood = at < 5 ? ['Montchapet', 'montchapet '][at % 2] : 'Bourroches';
      const profile = {
        memberId,
        birthYear: null,
        gender: null,
        occupation: null,
        neighbourhood,
      } as MemberProfile;
      await world.billing.write(({ manager }) => manager.insert(MemberProfile, profile));
    }
    const path = `/api/v1/organisations/${school}/partner`;
    const body = { kind: 'school', neighbourhood: 'Toison d’Or', priorityEducation: false, version: 0 };
    await world.trainer.client.request('PUT', path, { body });
    const { items } = (await world.trainer.client.get<{ items: string[] }>('/api/v1/partners/neighbourhoods'))
      .body;
    expect(items).toEqual(['Montchapet', 'Toison d’Or']);
  });

  it('a project is planned, runs, is stopped, goes on and is done', async () => {
    const project = await make();
    expect(project).toMatchObject({
      state: 'planned',
      steps: ['begin', 'stop'],
      organisationName: 'Lycée Exemple',
    });
    const step = (name: string, version: number) =>
      send('POST', `${project.id}/steps`, { step: name, version });
    expect((await step('finish', 1)).body.code).toBe('PROJECT.STEP_REFUSED');
    expect((await step('begin', 1)).body).toMatchObject({ state: 'running', endedOn: null });
    expect((await step('stop', 1)).body.code).toBe('PROJECT.CHANGED');
    expect((await step('stop', 2)).body).toMatchObject({ state: 'stopped', endedOn: '2026-11-23' });
    expect((await step('resume', 3)).body).toMatchObject({ state: 'running', endedOn: null });
    const twice = await Promise.all([step('finish', 4), step('finish', 4)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await get(project.id)).toMatchObject({ state: 'done', steps: [] });
  });

  it('is changed by those who saw it as it is', async () => {
    const project = await make();
    const stages = [{ name: 'Tournage', plannedOn: '2026-12-01', doneOn: null }];
    const changed = await send('PATCH', project.id, {
      version: 1,
      stages,
      outcome: 'Un film de six minutes.',
    });
    expect(changed.body).toMatchObject({ version: 2, stages, outcome: 'Un film de six minutes.' });
    expect((await send('PATCH', project.id, { version: 1, title: 'Autre' })).body.code).toBe(
      'PROJECT.CHANGED',
    );
    const list = (query: string) =>
      world.trainer.client.get<{ items: { id: string }[] }>(`/api/v1/projects?${query}`);
    expect((await list('search=FILM&state=planned')).body.items.map(({ id }) => id)).toContain(project.id);
    expect((await list('search=robot')).body.items).toEqual([]);
    const { client } = await world.server.accountWith('administrator');
    const { id: labId } = (await client.post<{ id: LabId }>('/api/v1/labs', { name: 'Ailleurs' })).body;
    const elsewhere = await world.server.accountWith({ role: 'trainer', labId });
    expect((await elsewhere.client.get<{ items: object[] }>('/api/v1/projects')).body.items).toEqual([]);
    expect((await elsewhere.client.get(`/api/v1/projects/${project.id}`)).body.code).toBe('AUTH.OTHER_LAB');
  });

  it('has its people, and prints of them, once', async () => {
    const project = await make();
    const ana = await world.member('Ana Martin');
    await world.billing.print({ memberId: ana.id });
    await world.billing.print({ memberId: await world.billing.member('resident') });
    const choices = async () =>
      (
        await world.trainer.client.get<{ items: { jobId: string }[] }>(
          `/api/v1/projects/${project.id}/job-choices`,
        )
      ).body.items;
    expect(await choices()).toEqual([]);
    await Promise.all([1, 2].map(() => send('PUT', `${project.id}/people/${ana.id}`)));
    const [choice] = await choices();
    expect(await choices()).toHaveLength(1);
    expect((await send('PUT', `${project.id}/jobs/${choice?.jobId}`)).status).toBe(204);
    expect((await send('PUT', `${project.id}/jobs/${choice?.jobId}`)).status).toBe(204);
    expect(await choices()).toEqual([]);
    const other = await make();
    expect((await send('PUT', `${other.id}/jobs/${choice?.jobId}`)).body.code).toBe(
      'PROJECT.JOB_NOT_OFFERED',
    );
    await send('PUT', `${other.id}/people/${ana.id}`);
    expect((await send('PUT', `${other.id}/jobs/${choice?.jobId}`)).body.code).toBe('PROJECT.JOB_USED');
    expect(await get(project.id)).toMatchObject({
      people: [{ displayName: 'Ana Martin' }],
      jobs: [{ fileName: 'bracket.gcode' }],
    });
    await send('DELETE', `${project.id}/jobs/${choice?.jobId}`);
    await send('DELETE', `${project.id}/people/${ana.id}`);
    expect(await get(project.id)).toMatchObject({ people: [], jobs: [] });
  });

  it('has a client order, by its reference, and its sessions', async () => {
    const [project, other] = [await make(), await make()];
    const id = await world.billing.prestation(school as Parameters<typeof world.billing.prestation>[0]);
    const { reference } = (await world.billing.ask<{ reference: string }>('GET', `/prestations/${id}`)).body;
    const add = (to: string, text: string) => send('POST', `${to}/prestations`, { reference: text });
    expect((await add(project.id, 'PR-1999-0001')).body.code).toBe('PROJECT.PRESTATION_UNKNOWN');
    expect((await add(project.id, reference.toLowerCase())).status).toBe(204);
    expect((await add(project.id, reference)).status).toBe(204);
    expect((await add(other.id, reference)).body.code).toBe('PROJECT.PRESTATION_USED');
    const session = {
      ...{ id: newId(), seriesId: null, kind: 'class', state: 'planned', labId: world.labId, topicId: null },
      ...{ title: 'Tournage', description: null, trainerId: world.trainer.accountId, capacity: null },
      ...{ fromAt: world.billing.date.now, untilAt: world.billing.date.now + 1, day: '2026-11-23' },
      ...{ audience: 'school', isPublic: false, organisationId: null, groupId: null, prestationId: null },
      ...{ projectId: project.id, inductionKind: null, priceCents: 0, cancelHours: 0, headCount: null },
      ...{ cancelledReason: null, heldAt: null, version: 1 },
      ...{ createdBy: world.trainer.accountId, createdAt: world.billing.date.now },
    };
    await world.billing.write(({ manager }) => manager.insert(Session, session as Session));
    expect(await get(project.id)).toMatchObject({
      prestations: [{ prestationId: id, reference }],
      sessions: [{ title: 'Tournage', day: '2026-11-23' }],
    });
    await send('DELETE', `${project.id}/prestations/${id}`);
    expect((await add(other.id, reference)).status).toBe(204);
  });

  it('tells staff who see no clients nothing about those that they guess', async () => {
    const client = await world.billing.organisation();
    const fields = { organisationId: client };
    const refused = (await make(fields)).code;
    const project = await make({ organisationId: null });
    const order = await world.billing.prestation(client);
    const { reference } = (await world.billing.ask<{ reference: string }>('GET', `/prestations/${order}`))
      .body;
    const add = (by: TestAccount) =>
      by.client.post<{ code?: string }>(`/api/v1/projects/${project.id}/prestations`, { reference });
    expect([
      refused,
      (await send('PATCH', project.id, { ...fields, version: 1 })).body.code,
      (await add(world.trainer)).body.code,
    ]).toEqual(['ORGANISATION.UNKNOWN', 'ORGANISATION.UNKNOWN', 'PROJECT.PRESTATION_UNKNOWN']);
    // Managers see the list of clients; then the trainer may keep what they chose.
    const path = `/api/v1/projects/${project.id}`;
    expect((await world.manager.client.patch(path, { ...fields, version: 1 })).status).toBe(200);
    expect((await send('PATCH', project.id, { ...fields, title: 'Deux films', version: 2 })).status).toBe(
      200,
    );
    expect((await add(world.trainer)).status).toBe(204);
  });

  it('has a picture that is one by its bytes', async () => {
    const project = await make();
    const path = `/api/v1/projects/${project.id}/picture`;
    const post = (content: Uint8Array) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(content)]), 'photo.png');
      return world.trainer.client.post<{ code?: string } | undefined>(path, form);
    };
    expect((await world.trainer.client.get(path)).status).toBe(404);
    expect((await post(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).body?.code).toBe(
      'PROJECT.PICTURE_UNFIT',
    );
    expect((await post(greyPng(4, 4).subarray(0, 40))).body?.code).toBe('PROJECT.PICTURE_UNFIT');
    const wide = greyPng(1, 1);
    wide.writeUInt32BE(100_000, 16);
    wide.writeUInt32BE(100_000, 20);
    expect((await post(wide)).body?.code).toBe('PROJECT.PICTURE_TOO_WIDE');
    const large = Buffer.concat([greyPng(4, 4), Buffer.alloc(5 * 1024 * 1024)]);
    expect((await post(large)).body?.code).toBe('PROJECT.PICTURE_TOO_LARGE');
    // What stands after its end is not stored.
    expect((await post(Buffer.concat([greyPng(40, 30), Buffer.from('GPS')]))).status).toBe(204);
    const shown = await world.trainer.client.get(path);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Number(shown.headers.get('content-length'))).toBe(greyPng(40, 30).length);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await get(project.id)).toMatchObject({ hasPicture: true });
    expect((await world.trainer.client.delete(path)).status).toBe(204);
    expect(await get(project.id)).toMatchObject({ hasPicture: false });
  });
});
