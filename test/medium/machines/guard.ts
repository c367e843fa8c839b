import type { TestAccount, TestServer } from '@pandafab/testing';
import { Machine } from '../../../apps/server/src/network/machines/machine.entity';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab, type JobView, partWithLine } from '../fixtures/chain-world';
import { ended, type ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Allowance {
  readonly id: string;
  readonly command: string;
  readonly reason: string;
  readonly allowedBy: string;
  readonly withdrawnBy: string | null;
}
interface List<Item> {
  readonly items: Item[];
}

describeOnSharedServers('the guard', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let manager: TestAccount;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    manager = await server.accountWith('manager');
  });

  /** Tells which of the lab's jobs gets the machine: matching has then looked at those before it. */
  async function matched(agent: ScriptedAgent) {
    const { file, runId, guard } = await agent.take('assignment');
    return { name: file.name, runId, policy: guard?.policy as { allowed: string[]; maxCelsius: object } };
  }
  const allow = (lab: FurnishedLab, command: string, account = manager) =>
    account.client.post<Allowance>(`/api/v1/machines/${lab.machineId}/allowances`, {
      command,
      reason: 'The power supply of this one is switched from afar',
    });
  async function finish(agent: ScriptedAgent, lab: FurnishedLab, runId: string): Promise<void> {
    await agent.report({ type: 'run.accepted', runId: runId as never });
    await agent.report({ type: 'run.started', runId: runId as never });
    await agent.report(ended(runId, { filamentUm: [] }));
    await world.post(`/machines/${lab.machineId}/bed-clear`, {}, 200);
  }

  describe('a file with something that no machine may ever take', () => {
    it('is refused with the line, in the reader’s language, and shown so in lists', async () => {
      const { labId, machineId } = await world.makeLab();
      const { id } = await world.submit(labId, partWithLine('M997'), 'worm.gcode');
      const refused = await world.jobWhen(id, 'refused');
      expect(refused.refusal).toMatchObject({
        code: 'GUARD.FIRMWARE',
        what: 'Line 1234: M997 replaces or restarts the machine’s firmware.',
      });
      const french = await world.job(id, 'fr');
      expect(french.refusal?.what).toBe(
        'Ligne 1234\u00a0: M997 remplace ou redémarre le micrologiciel de la machine.',
      );
      const finding = { line: 1234, code: 'GUARD.FIRMWARE', severity: 'refuse', rule: null, command: 'M997' };
      expect(french.findings).toMatchObject([
        { ...finding, what: french.refusal?.what, machineIds: [machineId] },
      ]);
      const { body } = await world.admin.get<List<JobView>>(`/api/v1/jobs?labId=${labId}&state=refused`);
      expect(body.items).toMatchObject([{ id, findings: [finding] }]);
    });

    it('is refused immediately when it is sent again', async () => {
      const { labId } = await world.makeLab();
      const worm = partWithLine('M997', 77);
      await world.jobWhen((await world.submit(labId, worm)).id, 'refused');
      const again = await world.submit(labId, worm);
      expect(again).toMatchObject({ state: 'refused', refusal: { code: 'GUARD.FIRMWARE' } });
    });
  });

  describe('a command that this machine’s guard refuses', () => {
    it('keeps its job waiting, not the next one’s, until a manager allows it', async () => {
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      const { id } = await world.submit(lab.labId, partWithLine('M81', 1900), 'off.gcode');
      await world.jobWhen(id, 'queued');
      await world.submit(lab.labId, partWithLine('G4 P1'), 'plain.gcode');
      const first = await matched(agent);
      expect(first.name).toBe('plain.gcode');
      expect(await world.job(id)).toMatchObject({
        state: 'queued',
        findings: [{ line: 1900, code: 'GUARD.POWER', rule: 'M81', machineIds: [lab.machineId] }],
      });
      const { waiting } = await world.job(id, 'fr');
      expect(waiting).toMatchObject([
        {
          machineId: lab.machineId,
          reasons: [
            { code: 'WAITS.RUN_ACTIVE', what: 'La machine est occupée par une autre tentative.' },
            { code: 'GUARD.POWER', what: expect.stringMatching(/^Ligne 1900\s: M81 coupe/) },
          ],
        },
      ]);
      await finish(agent, lab, first.runId);
      const { status, body } = await allow(lab, 'm81');
      expect({ status, command: body.command }).toEqual({ status: 201, command: 'M81' });
      const second = await matched(agent);
      expect(second).toMatchObject({ name: 'off.gcode', policy: { allowed: ['M81'] } });
      await agent.leave();
    });

    it('delays no other job, with any number of such jobs waiting', async () => {
      const lab = await world.makeLab();
      const stuck = partWithLine('M81', 1700);
      const { id } = await world.submit(lab.labId, stuck, 'stuck.gcode', { quantity: '100' });
      await world.jobWhen(id, 'queued');
      for (let batch = 0; batch < 2; batch++)
        await world.submit(lab.labId, stuck, 'stuck.gcode', { quantity: '100' });
      const plain = await world.submit(lab.labId, partWithLine('G4 P3'), 'plain.gcode');
      await world.jobWhen(plain.id, 'queued');
      const agent = await world.joinAgent(lab);
      expect((await matched(agent)).name).toBe('plain.gcode');
      await agent.leave();
    });

    it('is allowed by name, with the reason, and what is withdrawn stays on record', async () => {
      const lab = await world.makeLab();
      const { body: made } = await allow(lab, 'M81');
      expect(await allow(lab, 'M81')).toMatchObject({
        status: 409,
        body: { code: 'MACHINE.ALLOWED_ALREADY' },
      });
      const path = `/api/v1/machines/${lab.machineId}/allowances`;
      const other = await server.accountWith('manager');
      for (const account of [other, manager])
        expect((await account.client.post(`${path}/${made.id}/withdraw`)).status).toBe(200);
      expect((await manager.client.post(`${path}/${lab.labId}/withdraw`)).body).toMatchObject({
        code: 'MACHINE.ALLOWANCE_UNKNOWN',
      });
      expect((await allow(lab, 'M81')).status).toBe(201);
      const { body } = await manager.client.get<List<Allowance>>(path);
      expect(body.items).toMatchObject([
        { command: 'M81', withdrawnBy: null },
        { id: made.id, allowedBy: manager.accountId, withdrawnBy: other.accountId },
      ]);
    });

    it.each([
      ['a place outside', 'G1 X280 F3000', 'outside:X-max', 'OUTSIDE:x-max'],
      ['a long line', `G1 X100${' '.repeat(100)}Y100`, 'LINE:too-long', 'LINE:too-long'],
      ['a way of writing', 'g28', 'G28:ambiguous', 'G28:ambiguous'],
    ])('may be %s, by the rule that the finding names', async (_what, line, written, rule) => {
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      const { id } = await world.submit(lab.labId, partWithLine(line), 'odd.gcode');
      await world.jobWhen(id, 'queued');
      expect((await world.job(id)).findings).toMatchObject([{ line: 1234, severity: 'refuse', rule }]);
      const { status, body } = await allow(lab, written);
      expect({ status, command: body.command }).toEqual({ status: 201, command: rule });
      expect(await matched(agent)).toMatchObject({ name: 'odd.gcode', policy: { allowed: [rule] } });
      await agent.leave();
    });

    it('keeps jobs waiting again when the allowance is withdrawn', async () => {
      const lab = await world.makeLab();
      const agent = await world.joinAgent(lab);
      const { body: made } = await allow(lab, 'M81');
      await manager.client.post(`/api/v1/machines/${lab.machineId}/allowances/${made.id}/withdraw`);
      const { id } = await world.submit(lab.labId, partWithLine('M81', 1800), 'off.gcode');
      await world.jobWhen(id, 'queued');
      await world.submit(lab.labId, partWithLine('G4 P2'), 'plain.gcode');
      expect(await matched(agent)).toMatchObject({ name: 'plain.gcode', policy: { allowed: [] } });
      await agent.leave();
    });

    it.each([
      ['what no print needs', 'M997', 'MACHINE.NEVER_ALLOWED'],
      ['an ambiguous spelling', '*ambiguous', 'MACHINE.NEVER_ALLOWED'],
      ['a temperature that cannot be read', 'M104:ambiguous', 'MACHINE.NEVER_ALLOWED'],
      ['a way into the bed', 'OUTSIDE:z-min', 'MACHINE.NEVER_ALLOWED'],
      ['what the guard is not against', 'G28', 'MACHINE.NOTHING_TO_ALLOW'],
    ])('is never %s', async (_what, command, code) => {
      expect(await allow(await world.makeLab(), command)).toMatchObject({ status: 422, body: { code } });
    });

    it('is allowed by managers only, who say why', async () => {
      const lab = await world.makeLab();
      for (const role of ['maker', 'billing'] as const)
        expect((await allow(lab, 'M81', await server.accountWith(role))).status).toBe(403);
      const path = `/api/v1/machines/${lab.machineId}/allowances`;
      expect((await manager.client.post(path, { command: 'M81', reason: ' ' })).status).toBe(400);
    });
  });

  describe('a machine’s limits', () => {
    const patch = (lab: FurnishedLab, body: object) =>
      manager.client.request('PATCH', `/api/v1/machines/${lab.machineId}`, { body });

    it.each([
      ['nozzle', 'M104 S290', 'GUARD.NOZZLE_TOO_HOT', null, { maxNozzleCelsius: 300 }],
      ['bed', 'M140 S120', 'GUARD.BED_TOO_HOT', null, { maxBedCelsius: 130 }],
      ['width', 'G1 X280 F3000', 'GUARD.OUTSIDE', 'OUTSIDE:x-max', { widthMm: 300 }],
      ['beginning', 'G1 Y-30 F3000', 'GUARD.OUTSIDE', 'OUTSIDE:y-min', { minYMm: -40 }],
    ])(
      'keep a job waiting that goes beyond its %s, until they are raised',
      async (_what, line, code, rule, raised) => {
        const lab = await world.makeLab();
        const agent = await world.joinAgent(lab);
        const { id } = await world.submit(lab.labId, partWithLine(line), 'beyond.gcode');
        await world.jobWhen(id, 'queued');
        const { body } = await world.admin.get<List<JobView>>(`/api/v1/jobs?labId=${lab.labId}`);
        expect(body.items).toMatchObject([{ findings: [{ line: 1234, code, severity: 'refuse', rule }] }]);
        expect((await patch(lab, raised)).body).toMatchObject(raised);
        expect((await matched(agent)).name).toBe('beyond.gcode');
        expect((await world.job(id)).findings).toEqual([]);
        await agent.leave();
      },
    );

    it('stay when something else is changed, and who changed what is on record', async () => {
      const lab = await world.makeLab();
      await patch(lab, { maxNozzleCelsius: 300, baudRate: 250_000 });
      await patch(lab, { name: 'B', maxNozzleCelsius: 300 });
      const { body } = await patch(lab, { inMaintenance: false });
      expect(body).toMatchObject({ name: 'B', maxNozzleCelsius: 300, baudRate: 250_000 });
      const record = await manager.client.get<List<object>>(`/api/v1/machines/${lab.machineId}/changes`);
      const by = { accountId: manager.accountId };
      expect(record.body.items).toEqual([
        expect.objectContaining({ ...by, changes: { name: { from: 'A', to: 'B' } } }),
        expect.objectContaining({
          ...by,
          changes: { maxNozzleCelsius: { from: 275, to: 300 }, baudRate: { from: 115_200, to: 250_000 } },
        }),
      ]);
    });

    it.each([{ maxNozzleCelsius: 2750 }, { maxBedCelsius: -1 }, { minXMm: 5 }, { widthMm: 0 }])(
      'are checked against sense: %j',
      async (limits) => {
        expect((await patch(await world.makeLab(), limits)).status).toBe(400);
      },
    );
  });

  it('gives work to all machines except one whose profile was removed', async () => {
    const lab = await world.makeLab();
    const broken = await world.addMachine(lab.labId, { name: 'B' });
    const changes = { profileId: 'of-an-earlier-version' };
    await server.app
      .get(UnitOfWork)
      .run(({ manager: writer }) => writer.update(Machine, { id: broken.id }, changes));
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(lab.labId, partWithLine('G4 P4'), 'plain.gcode', { quantity: '2' });
    expect((await matched(agent)).name).toBe('plain.gcode');
    const { body } = await world.admin.get<List<JobView>>(`/api/v1/jobs?labId=${lab.labId}&state=queued`);
    const waits = await world.job(body.items[0]?.id ?? id);
    const [, reasons] = waits.waiting?.map((each) => each.reasons.map(({ code }) => code)) ?? [];
    expect(reasons).toContain('WAITS.NOT_JUDGED');
    await agent.leave();
  });

  it('tells what was left out of a run', async () => {
    const lab = await world.makeLab();
    const agent = await world.joinAgent(lab);
    const { id } = await world.submit(lab.labId, partWithLine('M500'), 'saves.gcode');
    const { runId } = await matched(agent);
    const [finding] = (await world.job(id)).findings;
    expect(finding).toMatchObject({ severity: 'strip', code: 'GUARD.STORED_SETTINGS' });
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    const stripped = [{ code: 'GUARD.STORED_SETTINGS', command: 'M500', line: 1234, count: 1 }];
    await agent.report(ended(runId, { stripped, filamentUm: [] }));
    expect((await world.jobWhen(id, 'done')).runs).toMatchObject([{ stripped }]);
    await agent.leave();
  });
});
