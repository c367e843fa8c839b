import { type MachineId, newId } from '@pandafab/shared';
import type { TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';
import type { ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface MachineView {
  id: MachineId;
  bridge: { username: string; secret: string; topic: string } | null;
}

describeOnSharedServers('who may do what with jobs and machines', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let [ana, ben, manager]: TestAccount[] = [];

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    [ana, ben, manager] = await Promise.all([
      server.accountWith('maker'),
      server.accountWith('maker'),
      server.accountWith('manager'),
    ]);
  });

  const as = (account: TestAccount | undefined) => {
    if (!account) throw new Error('the accounts are made before each test');
    return account.client;
  };
  const submitAs = async (account: TestAccount | undefined, labId: string): Promise<JobView> => {
    const { body } = await as(account).post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, smallPart()));
    return body.jobs[0] as JobView;
  };
  /** A run that is printing, and the agent that prints it. */
  async function printing(lab: FurnishedLab): Promise<{ agent: ScriptedAgent; job: JobView; runId: string }> {
    const agent = await world.joinAgent(lab);
    const job = await submitAs(ana, lab.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    return { agent, job, runId };
  }

  describe('a maker', () => {
    it('sees and lists only their own jobs, with any member named in the request', async () => {
      const { labId } = await world.makeLab();
      const job = await submitAs(ana, labId);
      expect((await as(ana).get(`/api/v1/jobs/${job.id}`)).status).toBe(200);
      const foreign = await as(ben).get(`/api/v1/jobs/${job.id}`);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'JOB.UNKNOWN' } });
      const lists = ['', `?memberId=${ana?.memberId}`].map((query) => `/api/v1/jobs${query}`);
      for (const list of lists) expect((await as(ben).get(list)).body).toMatchObject({ items: [], total: 0 });
      const { body } = await as(manager).get<{ items: JobView[] }>(`/api/v1/jobs?labId=${labId}`);
      expect(body.items.map(({ id }) => id)).toEqual([job.id]);
    });

    it('cancels only their own jobs', async () => {
      const { labId } = await world.makeLab();
      const job = await submitAs(ana, labId);
      const foreign = await as(ben).post(`/api/v1/jobs/${job.id}/cancel`);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'JOB.UNKNOWN' } });
      expect((await as(ana).post(`/api/v1/jobs/${job.id}/cancel`)).status).toBe(202);
      expect((await world.job(job.id)).state).toBe('cancelled');
    });

    it('cannot submit for another member, or on another account', async () => {
      const { labId } = await world.makeLab();
      const others: Record<string, string>[] = [
        { memberId: ben?.memberId ?? '' },
        { prestationId: newId<string>() },
      ];
      for (const field of others) {
        const answer = await as(ana).post('/api/v1/jobs', form(labId, smallPart(), 'a.gcode', field));
        expect(answer).toMatchObject({ status: 403, body: { code: 'AUTH.FORBIDDEN' } });
      }
    });

    it('cannot command a run or stop a machine; nor can billing staff', async () => {
      const lab = await world.makeLab();
      const { agent, runId } = await printing(lab);
      const clients = [as(ana), (await server.accountWith('billing')).client];
      for (const client of clients) {
        const command = await client.post(`/api/v1/runs/${runId}/command`, { action: 'pause' });
        expect(command).toMatchObject({ status: 403, body: { code: 'AUTH.FORBIDDEN' } });
        for (const action of ['emergency-stop', 'reconnect', 'bed-clear'])
          expect((await client.post(`/api/v1/machines/${lab.machineId}/${action}`)).status).toBe(403);
      }
      expect(agent.heard.filter(({ kind }) => kind === 'command')).toEqual([]);
      await agent.leave();
    });
  });

  describe('a manager', () => {
    it('pauses, resumes, cancels and stops, and the lab is told', async () => {
      const lab = await world.makeLab();
      const { machineId } = lab;
      const { agent, runId } = await printing(lab);
      for (const action of ['pause', 'resume', 'cancel'] as const) {
        expect((await as(manager).post(`/api/v1/runs/${runId}/command`, { action })).status).toBe(202);
        expect(await agent.take('command')).toMatchObject({ action, machineId, runId });
      }
      for (const action of ['emergency-stop', 'reconnect'] as const) {
        expect((await as(manager).post(`/api/v1/machines/${machineId}/${action}`)).status).toBe(202);
        expect(await agent.take('command')).toMatchObject({ action, machineId });
      }
      await agent.leave();
    });

    it('is told that a run has ended, and that one is not there', async () => {
      const lab = await world.makeLab();
      const { agent, runId } = await printing(lab);
      const nothing = { linesSent: 0, linesAcknowledged: 0, resends: 0, filamentUm: [], seconds: 0 };
      const end = { outcome: 'cancelled', cause: null, exact: true, commandsSha256: null } as const;
      await agent.report({ type: 'run.ended', runId: runId as never, ...end, ...nothing });
      const late = await as(manager).post(`/api/v1/runs/${runId}/command`, { action: 'pause' });
      expect(late).toMatchObject({ status: 409, body: { code: 'JOB.RUN_ENDED' } });
      const none = await as(manager).post(`/api/v1/runs/${newId()}/command`, { action: 'pause' });
      expect(none).toMatchObject({ status: 404, body: { code: 'JOB.RUN_UNKNOWN' } });
      await agent.leave();
    });

    it.each([
      ['emergency-stop', (lab: FurnishedLab) => `/machines/${lab.machineId}/emergency-stop`],
      ['reconnect', (lab: FurnishedLab) => `/machines/${lab.machineId}/reconnect`],
    ])('is told immediately that %s cannot reach a lab that is offline', async (_action, path) => {
      const answer = await as(manager).post(`/api/v1${path(await world.makeLab())}`);
      expect(answer).toMatchObject({ status: 503, body: { code: 'LAB.AGENT_OFFLINE' } });
    });

    it('loads a spool only where it is free and of the same lab', async () => {
      const [mine, theirs] = [await world.makeLab(), await world.makeLab()];
      const { id: second } = await world.addMachine(mine.labId, { name: 'B' });
      const load = (spoolId: string | null, machineId = second) =>
        as(manager).request('PUT', `/api/v1/machines/${machineId}/spool`, { body: { spoolId } });
      const foreign = await load(theirs.spoolId);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'MATERIAL.SPOOL_UNKNOWN' } });
      const taken = await load(mine.spoolId);
      expect(taken).toMatchObject({
        status: 409,
        body: { code: 'MATERIAL.SPOOL_IN_USE', params: { machine: 'A' } },
      });
      expect((await load(mine.spoolId, mine.machineId)).status).toBe(200);
      expect((await load(null, mine.machineId)).status).toBe(200);
      expect((await load(mine.spoolId)).body).toMatchObject({ spoolId: mine.spoolId });
    });

    it('is told which profiles there are when a machine names another', async () => {
      const { labId } = await world.makeLab();
      const size = { widthMm: 200, depthMm: 200, heightMm: 200 };
      const machine = { name: 'C', profileId: 'marlin-9', address: '/dev/ttyUSB0', ...size };
      const { status, body } = await as(manager).post(`/api/v1/labs/${labId}/machines`, machine);
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'MACHINE.UNKNOWN_PROFILE' });
      expect(body.title).toContain('marlin-9');
      expect(body.detail).toContain('marlin-2');
    });

    it('sees the secret of a line bridge once, when the machine is made', async () => {
      const { labId } = await world.makeLab();
      const made = (await world.addMachine(labId, { name: 'D', address: 'bridge:' })) as MachineView;
      const { secret = '', username } = made.bridge ?? {};
      expect(username).toBe(`machine/${made.id}`);
      expect(secret.length).toBeGreaterThan(20);
      for (const path of [`/machines/${made.id}`, `/labs/${labId}/machines`]) {
        const { status, text } = await as(manager).get(`/api/v1${path}`);
        expect(status).toBe(200);
        expect(text).not.toContain(secret);
        expect(text).not.toMatch(/secret|hash/i);
      }
    });
  });
});
