import type { Attention, MachineTelemetry } from '@pandafab/lab-link';
import type { MachineState, RunId, SpoolId } from '@pandafab/shared';
import { pollUntil, type TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, type JobView, smallPart } from '../fixtures/chain-world';
import { ended, readyMachine, type ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Underway {
  readonly lab: FurnishedLab;
  readonly agent: ScriptedAgent;
  readonly jobId: string;
  readonly runId: RunId;
  readonly petg: SpoolId;
}
type RunView = JobView['runs'][number] & {
  linesAcknowledged: number;
  spoolChanges: { spoolId: string; filamentUm: number; linesAcknowledged: number }[];
};

const GRAMS_OF_A_METRE = { pla: 2.983, petg: 3.055 };
const M600: Attention = {
  ...{ id: 4, kind: 'command', message: 'M600', buttons: ['Continue'] },
  ...{ cooled: false, filament: true },
};

describeOnSharedServers('a spool that is changed while a run is under way', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });

  const underway = async (): Promise<Underway> => {
    const lab = await world.makeLab();
    const kind = { material: 'PETG', brand: 'X', colour: 'green', densityGramsPerCm3: 1.27 };
    const { id: filamentId } = await world.post<{ id: string }>('/filaments', kind);
    const spool = { filamentId, label: 'S2', netGrams: 1000 };
    const { id: petg } = await world.post<{ id: SpoolId }>(`/labs/${lab.labId}/spools`, spool);
    const agent = await world.joinAgent(lab);
    const { id: jobId } = await world.submit(lab.labId, smallPart());
    const runId = (await agent.take('assignment')).runId as RunId;
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    return { lab, agent, jobId, runId, petg };
  };
  /** The lab says how far the run is, and what the machine asks. */
  const tell = async (
    { agent, lab, jobId, runId }: Underway,
    metres: number,
    attention: Attention | null = null,
    state: MachineState = 'printing',
  ) => {
    const run: MachineTelemetry['run'] = {
      ...{
        runId,
        phase: state,
        fraction: 0.5,
        linesSent: metres * 1000,
        linesAcknowledged: metres * 1000,
      },
      ...{ resends: 0, filamentUm: [metres * 1_000_000], seconds: 60, remainingSeconds: null },
    };
    const says = { state, run, attention, needsPerson: attention?.message ?? null };
    await agent.reportMachines(agent.epoch, [readyMachine(lab.machineId, says)]);
    await pollUntil(
      'the server to know',
      async () => (await runOf(jobId)).linesAcknowledged === metres * 1000,
    );
  };
  const runOf = async (jobId: string) => (await world.job(jobId)).runs[0] as RunView;
  const put = ({ lab }: Underway, spoolId: string | null) =>
    world.put(`/machines/${lab.machineId}/spool`, { spoolId });
  const answer = ({ lab }: Underway, body: object = {}) =>
    world.admin.post<{ code: string }>(`/api/v1/machines/${lab.machineId}/answer`, {
      request: M600.id,
      button: 0,
      ...body,
    });
  const usedOf = async (spoolId: string) => {
    const { body } = await world.admin.get<{ gramsLeft: number; items: { kind: string }[] }>(
      `/api/v1/spools/${spoolId}/movements`,
    );
    return { grams: 1000 - body.gramsLeft, prints: body.items.filter(({ kind }) => kind === 'print').length };
  };
  const end = async ({ agent, runId }: Underway, metres: number, changes: object = {}) => {
    await agent.report(ended(runId, { filamentUm: [metres * 1_000_000], ...changes }));
  };

  it('is booked on each spool from the change on, once, and priced by the material of each', async () => {
    const run = await underway();
    await tell(run, 2);
    expect((await put(run, run.petg)).status).toBe(200);
    expect((await runOf(run.jobId)).spoolChanges).toMatchObject([
      { spoolId: run.petg, filamentUm: 2_000_000, linesAcknowledged: 2000 },
    ]);
    await end(run, 5);
    await end(run, 5).catch(() => {});
    expect(await usedOf(run.lab.spoolId)).toEqual({
      grams: expect.closeTo(2 * GRAMS_OF_A_METRE.pla, 2),
      prints: 1,
    });
    expect(await usedOf(run.petg)).toEqual({
      grams: expect.closeTo(3 * GRAMS_OF_A_METRE.petg, 2),
      prints: 1,
    });
    const { body } = await world.admin.get<{
      items: { materials: { material: string; milligrams: number }[] }[];
    }>(`/api/v1/usage-records?jobId=${run.jobId}`);
    expect(body.items[0]?.materials).toEqual([
      { material: 'PETG', milligrams: expect.closeTo(3000 * GRAMS_OF_A_METRE.petg, -1) },
      { material: 'PLA', milligrams: expect.closeTo(2000 * GRAMS_OF_A_METRE.pla, -1) },
    ]);
    await run.agent.leave();
  });

  it('after a crash between change and end, exactly the last known figures are booked', async () => {
    const run = await underway();
    await tell(run, 2);
    await put(run, run.petg);
    await end(run, 3, { outcome: 'interrupted', exact: false, commandsSha256: null });
    expect(await usedOf(run.lab.spoolId)).toMatchObject({
      grams: expect.closeTo(2 * GRAMS_OF_A_METRE.pla, 2),
    });
    expect(await usedOf(run.petg)).toMatchObject({ grams: expect.closeTo(GRAMS_OF_A_METRE.petg, 2) });
    const early = await underway();
    await tell(early, 2);
    await put(early, early.petg);
    await end(early, 1, { outcome: 'interrupted', exact: false, commandsSha256: null });
    expect(await usedOf(early.lab.spoolId)).toMatchObject({ grams: expect.closeTo(GRAMS_OF_A_METRE.pla, 2) });
    expect(await usedOf(early.petg)).toEqual({ grams: 0, prints: 0 });
    await Promise.all([run.agent.leave(), early.agent.leave()]);
  });

  it('must be named in the answer to a filament change, where it was not named before', async () => {
    const run = await underway();
    await run.agent.report({ type: 'run.paused', runId: run.runId, reason: 'command: M600' });
    await tell(run, 2, M600, 'paused');
    const unsaid = await answer(run);
    expect([unsaid.status, unsaid.body.code]).toEqual([409, 'MACHINE.SPOOL_UNSAID']);
    const resume = await world.admin.post<{ code: string }>(`/api/v1/runs/${run.runId}/command`, {
      action: 'resume',
    });
    expect(resume.body.code).toBe('MACHINE.SPOOL_UNSAID');
    expect((await answer(run, { spoolId: run.petg })).status).toBe(202);
    expect((await run.agent.take('command')).action).toBe('answer');
    const { body } = await world.admin.get<{ spoolId: string }>(`/api/v1/machines/${run.lab.machineId}`);
    expect(body.spoolId).toBe(run.petg);
    await run.agent.report({ type: 'run.resumed', runId: run.runId });
    await end(run, 3);
    expect(await usedOf(run.petg)).toMatchObject({ grams: expect.closeTo(GRAMS_OF_A_METRE.petg, 2) });
    await run.agent.leave();
  });

  it('named on the machine’s page in the same pause, it is not needed in the answer; the same spool is an answer', async () => {
    const run = await underway();
    await run.agent.report({ type: 'run.paused', runId: run.runId, reason: 'command: M600' });
    await tell(run, 1, M600, 'paused');
    await put(run, run.petg);
    expect((await answer(run)).status).toBe(202);
    await run.agent.report({ type: 'run.resumed', runId: run.runId });
    await run.agent.report({ type: 'run.paused', runId: run.runId, reason: 'command: M600' });
    expect((await answer(run)).body.code).toBe('MACHINE.SPOOL_UNSAID');
    expect((await answer(run, { spoolId: run.petg })).status).toBe(202);
    await end(run, 3);
    expect(await usedOf(run.petg)).toEqual({
      grams: expect.closeTo(2 * GRAMS_OF_A_METRE.petg, 2),
      prints: 1,
    });
    await run.agent.leave();
  });

  it('is requested with `live.asksForSpool`, only in a pause for filament', async () => {
    const run = await underway();
    const asks = async () =>
      (await world.admin.get<{ live: { asksForSpool: boolean } }>(`/api/v1/machines/${run.lab.machineId}`))
        .body.live.asksForSpool;
    await tell(run, 1, M600, 'paused');
    await pollUntil('the question', asks);
    await tell(run, 2, { ...M600, id: 5, message: 'M0', filament: false }, 'paused');
    await pollUntil('another question', async () => !(await asks()));
    expect((await answer(run, { request: 5 })).status).toBe(202);
    await run.agent.leave();
  });

  it('is refused while the progress of the run is unknown', async () => {
    const run = await underway();
    const refused = await world.admin.request<{ code: string }>(
      'PUT',
      `/api/v1/machines/${run.lab.machineId}/spool`,
      {
        body: { spoolId: run.petg },
      },
    );
    expect([refused.status, refused.body.code]).toEqual([503, 'MACHINE.RUN_UNSEEN']);
    await run.agent.leave();
  });
});
