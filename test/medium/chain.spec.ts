import { readFileSync } from 'node:fs';
import { type DownMessage, decode, downSchema, envelope, type LabEvent, labTopics } from '@pandafab/lab-link';
import { type LabId, newId, systemClock } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  type HttpClient,
  pollUntil,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import { connectAsync, type MqttClient } from 'mqtt';
import { EmbeddedBroker } from '../../apps/server/src/link/embedded-broker';

const cube = readFileSync('test/fixtures/gcode/cube20.gcode');
/** The slicer's figure in the file, and its mass by the filament below. */
const CUBE_UM = 1_657_780;
const CUBE_GRAMS = 4.944;

interface JobView {
  id: string;
  state: string;
  refusal: { code: string; what: string } | null;
  analysis: { filamentMm: number[] } | null;
  runs: { id: string; state: string; filamentMm: number[]; cause: { code: string } | null }[];
}

/** An agent as the server sees one: says what a test tells it to, and keeps what it is told. */
class ScriptedAgent {
  readonly heard: DownMessage[] = [];
  epoch = 0;
  private sequence = 0;

  private constructor(
    private readonly client: MqttClient,
    readonly labId: LabId,
    readonly agentId: string,
    readonly instanceId: string,
  ) {}

  static async connect(
    port: number,
    credentials: { labId: LabId; agentId: string; secret: string },
    instanceId = newId<string>(),
  ) {
    const { labId, agentId, secret } = credentials;
    const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
      username: `agent/${agentId}`,
      password: secret,
      protocolVersion: 4,
    });
    const agent = new ScriptedAgent(client, labId, agentId, instanceId);
    client.on('message', (_topic, payload) => {
      const read = decode(downSchema, payload);
      if (read.ok) agent.heard.push(read.message);
    });
    await client.subscribeAsync(labTopics(labId).down, { qos: 1 });
    return agent;
  }

  async say(kind: string, body: object, options: { replyTo?: string } = {}): Promise<void> {
    const message = JSON.stringify(envelope(systemClock, kind, body, options));
    await this.client.publishAsync(labTopics(this.labId).up, message, { qos: 1 });
  }

  hear<Kind extends DownMessage['kind']>(kind: Kind): Promise<Extract<DownMessage, { kind: Kind }>> {
    return pollUntil(`a ${kind}`, () => {
      const at = this.heard.findIndex((message) => message.kind === kind);
      return at < 0 ? undefined : (this.heard.splice(at, 1)[0] as Extract<DownMessage, { kind: Kind }>);
    });
  }

  async hello(takeOver = false): Promise<void> {
    const { agentId, instanceId } = this;
    await this.say('hello', {
      agentId,
      instanceId,
      agentVersion: 'test',
      epoch: this.epoch || null,
      lastSequence: this.sequence,
      takeOver,
    });
  }

  async join(): Promise<void> {
    await this.hello();
    this.epoch = (await this.hear('welcome')).body.epoch;
  }

  async report(event: LabEvent, sequence = ++this.sequence): Promise<number> {
    await this.say('event', { epoch: this.epoch, sequence, at: new Date().toISOString(), event });
    return (await this.hear('applied')).body.sequence;
  }

  async leave(): Promise<void> {
    await this.client.endAsync(true);
  }
}

const ended = (runId: string, changes: object = {}) =>
  ({
    type: 'run.ended',
    runId,
    outcome: 'done',
    cause: null,
    linesSent: 23_000,
    linesAcknowledged: 23_000,
    resends: 1,
    filamentUm: [CUBE_UM],
    exact: true,
    seconds: 30,
    commandsSha256: 'a'.repeat(64),
    ...changes,
  }) as LabEvent;

describeOnBothDatabases('the chain', (open) => {
  let server: TestServer;
  let admin: HttpClient;
  let port: number;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
    admin = (await server.accountWith('administrator')).client;
    port = server.app.get(EmbeddedBroker).port ?? 0;
  });
  afterAll(() => server.stop());

  const post = async <Body>(path: string, body: unknown, expected = 201): Promise<Body> => {
    const answer = await admin.request<Body>('POST', `/api/v1${path}`, { body });
    if (answer.status !== expected) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const put = (path: string, body: unknown) => admin.request('PUT', `/api/v1${path}`, { body });

  /** A lab of its own for each test: one machine with a full spool, and its agent's credentials. */
  async function makeLab() {
    const { id: labId } = await post<{ id: LabId }>('/labs', { name: 'Fontaine d’Ouche' });
    const credentials = await post<{ labId: LabId; agentId: string; secret: string }>(
      `/labs/${labId}/agent`,
      {},
    );
    const size = { widthMm: 250, depthMm: 210, heightMm: 210 };
    const machine = await post<{ id: string }>(`/labs/${labId}/machines`, {
      name: 'A',
      profileId: 'marlin-2',
      connection: '/dev/null',
      ...size,
    });
    const filament = await post<{ id: string }>('/filaments', {
      material: 'PLA',
      brand: 'X',
      colour: 'blue',
      densityGramsPerCm3: 1.24,
    });
    const spool = await post<{ id: string }>(`/labs/${labId}/spools`, {
      filamentId: filament.id,
      label: 'S1',
      netGrams: 1000,
    });
    await put(`/machines/${machine.id}/spool`, { spoolId: spool.id });
    return { labId, credentials, machineId: machine.id, spoolId: spool.id };
  }

  function form(
    labId: string,
    content: Buffer | string = cube,
    name = 'cube20.gcode',
    fields: Record<string, string> = {},
  ) {
    const data = new FormData();
    data.set('labId', labId);
    for (const [key, value] of Object.entries(fields)) data.set(key, value);
    data.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    return data;
  }

  async function submit(
    labId: string,
    ...rest: [content?: Buffer | string, name?: string, fields?: Record<string, string>]
  ): Promise<JobView> {
    const { jobs } = await post<{ jobs: JobView[] }>('/jobs', form(labId, ...rest));
    return jobs[0] as JobView;
  }

  const jobWhen = (id: string, state: string): Promise<JobView> =>
    pollUntil(`job ${id} ${state}`, async () => {
      const { body } = await admin.request<JobView>('GET', `/api/v1/jobs/${id}`);
      return body.state === state ? body : undefined;
    });

  it('goes from the upload to the ledger', async () => {
    const { labId, credentials, machineId, spoolId } = await makeLab();
    const agent = await ScriptedAgent.connect(port, credentials);
    await agent.join();
    const { id } = await submit(labId, cube, '../../cube20.gcode', { material: 'pla' });
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
    expect((await jobWhen(id, 'running')).runs[0]).toMatchObject({ state: 'printing' });
    await agent.report(ended(runId));
    const done = await jobWhen(id, 'done');
    expect(done.runs[0]).toMatchObject({ state: 'done', filamentMm: [CUBE_UM / 1000] });
    expect(Math.abs((done.analysis?.filamentMm[0] ?? 0) / (CUBE_UM / 1000) - 1)).toBeLessThan(0.001);
    const { body: ledger } = await admin.request<{ gramsLeft: number }>(
      'GET',
      `/api/v1/spools/${spoolId}/movements`,
    );
    expect(ledger.gramsLeft).toBeCloseTo(1000 - CUBE_GRAMS, 3);
    const gone = await server.anonymous().request('GET', `/api/agent/files/${file.sha256}`, { headers });
    expect(gone.status).toBe(404);
    await agent.leave();
  });

  it('waits for a clear bed before the next run, and applies each event once', async () => {
    const { labId, credentials, machineId, spoolId } = await makeLab();
    const agent = await ScriptedAgent.connect(port, credentials);
    await agent.join();
    await post('/jobs', form(labId, cube, 'two.gcode', { quantity: '2' }));
    const first = await agent.hear('assignment');
    await agent.say('receipt', { epoch: agent.epoch }, { replyTo: first.id });
    await agent.report({ type: 'run.accepted', runId: first.body.runId });
    await agent.report({ type: 'run.started', runId: first.body.runId });
    expect(await agent.report(ended(first.body.runId))).toBe(3);
    expect(await agent.report(ended(first.body.runId), 3)).toBe(3);
    expect(await agent.report(ended(first.body.runId), 9)).toBe(3);
    const { body: ledger } = await admin.request<{ total: number }>(
      'GET',
      `/api/v1/spools/${spoolId}/movements`,
    );
    expect(ledger.total).toBe(2);
    const { body: machine } = await admin.request<{ bed: string }>('GET', `/api/v1/machines/${machineId}`);
    expect(machine.bed).toBe('occupied');
    const { body: waiting } = await admin.request<{ total: number }>(
      'GET',
      `/api/v1/jobs?labId=${labId}&state=queued`,
    );
    expect(waiting.total).toBe(1);
    await post(`/machines/${machineId}/bed-clear`, {}, 200);
    const second = await agent.hear('assignment');
    expect(second.body.runId).not.toBe(first.body.runId);
    await agent.leave();
  });

  it('repeats an assignment until it is receipted', async () => {
    const { labId, credentials } = await makeLab();
    const agent = await ScriptedAgent.connect(port, credentials);
    await agent.join();
    await submit(labId);
    const told = await agent.hear('assignment');
    const again = await agent.hear('assignment');
    expect(again.id).toBe(told.id);
    await agent.leave();
  });

  it('refuses a second agent with the same identity, unless it takes over', async () => {
    const { credentials } = await makeLab();
    const agent = await ScriptedAgent.connect(port, credentials);
    await agent.join();
    const other = await ScriptedAgent.connect(port, credentials);
    await other.hello();
    expect((await other.hear('refused')).body.cause.code).toBe('LAB.AGENT_IDENTITY_IN_USE');
    await other.hello(true);
    expect((await other.hear('welcome')).body.epoch).toBe(2);
    await Promise.all([agent.leave(), other.leave()]);
  });

  it('keeps an agent out of another lab’s topics, and a wrong secret out altogether', async () => {
    const [mine, theirs] = [await makeLab(), await makeLab()];
    const agent = await ScriptedAgent.connect(port, mine.credentials);
    await agent.join();
    const spy = await connectAsync(`mqtt://127.0.0.1:${port}`, {
      username: `agent/${mine.credentials.agentId}`,
      password: mine.credentials.secret,
      protocolVersion: 4,
    });
    const granted = await spy
      .subscribeAsync(labTopics(theirs.labId).down, { qos: 1 })
      .catch((error: Error) => error);
    expect(String(granted instanceof Error ? granted.message : granted[0]?.qos)).toMatch(
      /128|[Ss]ubscri|[Uu]nspecified/,
    );
    await Promise.all([agent.leave(), spy.endAsync(true)]);
    const refused = connectAsync(
      `mqtt://127.0.0.1:${port}`,
      { username: `agent/${mine.credentials.agentId}`, password: 'x', protocolVersion: 4 },
      false,
    );
    await expect(refused).rejects.toThrow(/authori[sz]ed|password/i);
  });

  it('takes a waiting job back', async () => {
    const { labId } = await makeLab();
    const { id } = await submit(labId);
    await jobWhen(id, 'queued');
    await post(`/jobs/${id}/cancel`, {}, 202);
    await post(`/jobs/${id}/cancel`, {}, 202);
    await jobWhen(id, 'cancelled');
  });

  it('asks the lab to cancel a running job', async () => {
    const { labId, credentials } = await makeLab();
    const agent = await ScriptedAgent.connect(port, credentials);
    await agent.join();
    const { id } = await submit(labId);
    const { body } = await agent.hear('assignment');
    await post(`/jobs/${id}/cancel`, {}, 202);
    expect((await agent.hear('command')).body).toMatchObject({ action: 'cancel', runId: body.runId });
    await agent.report(
      ended(body.runId, { outcome: 'cancelled', linesSent: 0, linesAcknowledged: 0, filamentUm: [] }),
    );
    await jobWhen(id, 'stopped');
    await agent.leave();
  });

  it.each([
    ['not G-code', '<html><body>404</body></html>', 'FILE.NOT_GCODE'],
    ['NUL bytes', 'G28\nG1 X1\0 Y2\n', 'FILE.NUL_BYTES'],
    ['a line over 96 bytes framed', `G28\nM117 ${'x'.repeat(120)}\n`, 'FILE.LINE_TOO_LONG'],
  ])('refuses a file with %s, saying why', async (_what, content, code) => {
    const { labId } = await makeLab();
    const { id } = await submit(labId, content, 'bad.gcode');
    const refused = await jobWhen(id, 'refused');
    expect(refused.refusal?.code).toBe(code);
    expect(refused.refusal?.what).not.toContain('{');
  });

  it('refuses an empty file, no file, and a form that is none, at once', async () => {
    const { labId } = await makeLab();
    const problem = async (body: unknown) =>
      (await admin.request('POST', '/api/v1/jobs', { body })).body.code;
    expect(await problem(form(labId, ''))).toBe('FILE.EMPTY');
    const none = new FormData();
    none.set('labId', labId);
    expect(await problem(none)).toBe('FILE.MISSING');
    expect(await problem({ labId })).toBe('REQUEST.NOT_MULTIPART');
    expect(await problem(form('no-uuid'))).toBe('REQUEST.INVALID');
    expect(await problem(form(newId()))).toBe('LAB.UNKNOWN');
  });
});
