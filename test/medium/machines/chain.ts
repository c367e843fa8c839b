import { labTopics } from '@pandafab/lab-link';
import { newId } from '@pandafab/shared';
import { pollUntil, type TestServer } from '@pandafab/testing';
import { connectAsync } from 'mqtt';
import { EmbeddedBroker } from '../../../apps/server/src/network/link/embedded-broker';
import { ChainWorld, cube, form } from '../fixtures/chain-world';
import { embeddedDoor, ended, ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

/** The slicer's figure in the file, and its mass by the filament below. */
const CUBE_UM = 1_657_780;
const CUBE_GRAMS = 4.944;

describeOnSharedServers('the chain', (shared) => {
  let server: TestServer;
  let world: ChainWorld;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
  });
  const port = () => server.app.get(EmbeddedBroker).port ?? 0;

  it('goes from the upload to the ledger', async () => {
    const lab = await world.makeLab();
    const { labId, credentials, machineId, spoolId } = lab;
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(labId, cube, '../../cube20.gcode', { material: 'pla' });
    const assignment = await agent.hear('assignment');
    expect(assignment.body).toMatchObject({ machineId, file: { bytes: cube.length, name: 'cube20.gcode' } });
    await agent.say('receipt', { epoch: agent.epoch }, { replyTo: assignment.id });
    const { runId, file } = assignment.body;
    const basic = Buffer.from(`${credentials.agentId}:${credentials.secret}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    const fetched = await server.anonymous().request('GET', `/api/agent/files/${file.sha256}`, { headers });
    expect(fetched.text).toBe(cube.toString());
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    expect((await world.jobWhen(id, 'running')).runs[0]).toMatchObject({ state: 'printing' });
    await agent.report(ended(runId));
    const done = await world.jobWhen(id, 'done');
    expect(done.runs[0]).toMatchObject({ state: 'done', filamentUm: [CUBE_UM] });
    expect(Math.abs((done.analysis?.filamentMm[0] ?? 0) / (CUBE_UM / 1000) - 1)).toBeLessThan(0.001);
    const { body: ledger } = await world.admin.request<{ gramsLeft: number }>(
      'GET',
      `/api/v1/spools/${spoolId}/movements`,
    );
    expect(ledger.gramsLeft).toBeCloseTo(1000 - CUBE_GRAMS, 3);
    const gone = await server.anonymous().request('GET', `/api/agent/files/${file.sha256}`, { headers });
    expect(gone.status).toBe(404);
    await agent.leave();
  });

  it('waits for a clear bed before the next run, and applies each event once', async () => {
    const lab = await world.makeLab();
    const { labId, machineId, spoolId } = lab;
    const agent = await world.joinAgent(lab);
    await world.post('/jobs', form(labId, cube, 'two.gcode', { quantity: '2' }));
    const first = await agent.hear('assignment');
    await agent.say('receipt', { epoch: agent.epoch }, { replyTo: first.id });
    await agent.report({ type: 'run.accepted', runId: first.body.runId });
    await agent.report({ type: 'run.started', runId: first.body.runId });
    expect(await agent.report(ended(first.body.runId))).toBe(3);
    expect(await agent.report(ended(first.body.runId), 3)).toBe(3);
    expect(await agent.report(ended(first.body.runId), 9)).toBe(3);
    const { body: ledger } = await world.admin.request<{ total: number }>(
      'GET',
      `/api/v1/spools/${spoolId}/movements`,
    );
    expect(ledger.total).toBe(2);
    const { body: machine } = await world.admin.request<{ bed: string; bedRunId: string }>(
      'GET',
      `/api/v1/machines/${machineId}`,
    );
    expect(machine.bed).toBe('occupied');
    const { body: waiting } = await world.admin.request<{ total: number }>(
      'GET',
      `/api/v1/jobs?labId=${labId}&state=queued`,
    );
    expect(waiting.total).toBe(1);
    const late = await world.admin.post(`/api/v1/machines/${machineId}/bed-clear?runId=${machineId}`);
    expect([late.status, late.body.code]).toEqual([409, 'MACHINE.BED_CHANGED']);
    expect(machine.bedRunId).toBe(first.body.runId);
    await world.post(`/machines/${machineId}/bed-clear?runId=${machine.bedRunId}`, {}, 200);
    const second = await agent.hear('assignment');
    expect(second.body.runId).not.toBe(first.body.runId);
    await agent.leave();
  });

  it.each([
    ['occupied', 'a crash before its first figures were kept', 'interrupted', false],
    ['clear', 'a cancel before its first line', 'cancelled', true],
  ] as const)('thinks the bed %s after %s', async (bed, _, outcome, exact) => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    const nothing = { linesSent: 0, linesAcknowledged: 0, filamentUm: [] };
    await agent.report(ended(runId, { outcome, exact, commandsSha256: null, ...nothing }));
    const machine = await world.admin.get<{ bed: string }>(`/api/v1/machines/${lab.machineId}`);
    expect(machine.body.bed).toBe(bed);
    await agent.leave();
  });

  it('repeats an assignment until it is receipted', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    await world.submit(lab.labId);
    const told = await agent.hear('assignment');
    const again = await agent.hear('assignment');
    expect(again.id).toBe(told.id);
    await agent.leave();
  });

  it('refuses a second agent with the same identity, unless it takes over', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const { credentials } = lab;
    const other = await ScriptedAgent.connect(embeddedDoor(port(), credentials), credentials);
    await other.hello();
    expect((await other.hear('refused')).body.cause.code).toBe('LAB.AGENT_IDENTITY_IN_USE');
    await other.hello(true);
    expect((await other.hear('welcome')).body.epoch).toBe(2);
    await Promise.all([agent.leave(), other.leave()]);
  });

  it('ignores an agent that was replaced, whose run waits for a person', async () => {
    const lab = await world.makeLab();
    const first = await world.joinAgent(lab);
    const { id } = await world.submit(lab.labId);
    const { runId } = await first.take('assignment');
    await first.report({ type: 'run.accepted', runId });
    const second = await ScriptedAgent.connect(embeddedDoor(port(), lab.credentials), lab.credentials);
    await second.hello(true);
    second.epoch = (await second.hear('welcome')).body.epoch;
    await first.send(ended(runId));
    const { runs } = await world.jobWhen(id, 'stopped');
    expect(runs).toMatchObject([{ state: 'interrupted', cause: { code: 'LAB.AGENT_REPLACED' } }]);
    const { body } = await world.admin.get<{ bed: string }>(`/api/v1/machines/${lab.machineId}`);
    expect(body.bed).toBe('occupied');
    await Promise.all([first.leave(), second.leave()]);
  });

  it('refuses an agent another lab’s topics, and refuses a wrong secret completely', async () => {
    const [mine, theirs] = [await world.makeLab(), await world.makeLab()];
    const agent = await world.joinAgent(mine);
    const { url, ...user } = embeddedDoor(port(), mine.credentials);
    const spy = await connectAsync(url, { ...user, protocolVersion: 4 });
    const granted = await spy
      .subscribeAsync(labTopics(theirs.labId).down, { qos: 1 })
      .catch((error: Error) => error);
    expect(String(granted instanceof Error ? granted.message : granted[0]?.qos)).toMatch(
      /128|[Ss]ubscri|[Uu]nspecified/,
    );
    await Promise.all([agent.leave(), spy.endAsync(true)]);
    const refused = connectAsync(url, { ...user, password: 'x', protocolVersion: 4 }, false);
    await expect(refused).rejects.toThrow(/authori[sz]ed|password/i);
  });

  it('counts messages that it ignores, and continues', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const refused = async () =>
      (await server.anonymous().get<{ refusedMessages: Record<string, number> }>('/api/health/ready')).body
        .refusedMessages;
    const { malformed = 0, epoch = 0 } = await refused();
    await agent.say('event', { nonsense: true });
    await agent.say('receipt', { epoch: agent.epoch + 5 });
    await pollUntil('both to be counted', async () => {
      const now = await refused();
      return now.malformed === malformed + 1 && now.epoch === epoch + 1;
    });
    await world.submit(lab.labId);
    expect((await agent.take('assignment')).machineId).toBe(lab.machineId);
    await agent.leave();
  });

  it('cancels a waiting job', async () => {
    const { labId } = await world.makeLab();
    const { id } = await world.submit(labId);
    await world.jobWhen(id, 'queued');
    await world.post(`/jobs/${id}/cancel`, {}, 202);
    await world.post(`/jobs/${id}/cancel`, {}, 202);
    await world.jobWhen(id, 'cancelled');
  });

  it('asks the lab to cancel a running job', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(lab.labId);
    const { body } = await agent.hear('assignment');
    await world.post(`/jobs/${id}/cancel`, {}, 202);
    expect((await agent.hear('command')).body).toMatchObject({ action: 'cancel', runId: body.runId });
    await agent.report(
      ended(body.runId, { outcome: 'cancelled', linesSent: 0, linesAcknowledged: 0, filamentUm: [] }),
    );
    await world.jobWhen(id, 'stopped');
    await agent.leave();
  });

  it.each([
    ['not G-code', '<html><body>404</body></html>', 'FILE.NOT_GCODE'],
    ['NUL bytes', 'G28\nG1 X1\0 Y2\n', 'FILE.NUL_BYTES'],
    ['a line that no firmware holds', `G28\nMACRO A=${'x'.repeat(5000)}\n`, 'FILE.LINE_TOO_LONG'],
  ])('refuses a file with %s, saying why', async (_what, content, code) => {
    const { labId } = await world.makeLab();
    const { id } = await world.submit(labId, content, 'bad.gcode');
    const refused = await world.jobWhen(id, 'refused');
    expect(refused.refusal?.code).toBe(code);
    expect(refused.refusal?.what).not.toContain('{');
  });

  it('refuses an empty file, no file, and a body that is no form, immediately', async () => {
    const { labId } = await world.makeLab();
    const problem = async (body: unknown) =>
      (await world.admin.request('POST', '/api/v1/jobs', { body })).body.code;
    expect(await problem(form(labId, ''))).toBe('FILE.EMPTY');
    const none = new FormData();
    none.set('labId', labId);
    expect(await problem(none)).toBe('FILE.MISSING');
    expect(await problem({ labId })).toBe('REQUEST.NOT_MULTIPART');
    expect(await problem(form('no-uuid'))).toBe('REQUEST.INVALID');
    expect(await problem(form(newId()))).toBe('LAB.UNKNOWN');
  });
});
