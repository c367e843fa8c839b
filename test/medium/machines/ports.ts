import { newId } from '@pandafab/shared';
import { type HttpClient, pollUntil, type TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab } from '../fixtures/chain-world';
import type { ScriptedAgent } from '../fixtures/scripted-agent';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Ports {
  readonly agentOnline: boolean;
  readonly reportedAt: string | null;
  readonly items: readonly {
    readonly path: string;
    readonly state: string;
    readonly machineId: string | null;
    readonly proposal: object | null;
  }[];
  readonly code?: string;
}

const plugged = (path: string) => ({ path, maker: 'Prusa', product: 'MK3', serialNumber: 'CZPX1' });
const asked = { state: 'unasked', machineId: null, answer: null };
const mk3 = {
  ...{ baudRate: 115_200, firmware: 'Prusa-Firmware 3.13.3', machineType: 'Prusa i3 MK3S' },
  ...{ profileId: 'prusa-mk3', sizeMm: null },
};

describeOnSharedServers('the serial ports of a lab’s computer', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let lab: FurnishedLab;
  let agent: ScriptedAgent;
  let manager: HttpClient;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    lab = await world.makeLab();
    manager = (await server.accountWith({ role: 'manager', labId: lab.labId })).client;
  });

  const read = () => manager.get<Ports>(`/api/v1/labs/${lab.labId}/ports`);
  const look = () => manager.post<Ports>(`/api/v1/labs/${lab.labId}/ports/look`, {});
  const shown = (words: string, isSo: (ports: Ports) => boolean) =>
    pollUntil(words, async () => {
      const { body } = await read();
      return isSo(body) ? body : undefined;
    });

  it('are unknown while the computer is away, and it cannot be told to look', async () => {
    expect((await read()).body).toMatchObject({ agentOnline: false, reportedAt: null, items: [] });
    const refused = await look();
    expect([refused.status, refused.body.code]).toEqual([503, 'LAB.AGENT_OFFLINE']);
  });

  it('are shown as the computer reports them, with a machine to make of what was recognised', async () => {
    agent = await world.joinAgent(lab);
    const used = { ...asked, state: 'used', machineId: lab.machineId };
    const ports = [
      { ...plugged('/dev/a'), ...used },
      { ...plugged('/dev/b'), ...asked, state: 'answered', answer: mk3 },
      { ...plugged('/dev/c'), ...asked, state: 'of-tomorrow' },
    ];
    await agent.say('ports', { epoch: agent.epoch, ports });
    const { items, reportedAt } = await shown('the ports', ({ items: all }) => all.length === 3);
    expect(reportedAt).not.toBeNull();
    expect(items.map(({ state, machineId }) => [state, machineId])).toEqual([
      ['used', lab.machineId],
      ['answered', null],
      ['unasked', null],
    ]);
    expect(items[1]?.proposal).toMatchObject({
      ...{ name: 'Prusa i3 MK3S', profileId: 'prusa-mk3', address: '/dev/b', widthMm: 250 },
    });
  });

  it('can make a machine exactly as it was proposed', async () => {
    const [, port] = (await read()).body.items;
    const made = await manager.post(`/api/v1/labs/${lab.labId}/machines`, port?.proposal ?? {});
    expect([made.status, made.body]).toMatchObject([201, { address: '/dev/b', profileId: 'prusa-mk3' }]);
  });

  it('are asked at a manager’s request, for a limited time', async () => {
    expect((await look()).status).toBe(202);
    const { body, expiresAt } = await agent.hear('look');
    expect([body, typeof expiresAt]).toEqual([{ epoch: agent.epoch }, 'string']);
  });

  it('of another epoch, too many, or with another lab’s machine change nothing', async () => {
    const other = await world.makeLab();
    const foreign = { ...plugged('/dev/d'), ...asked, state: 'used', machineId: other.machineId };
    await agent.say('ports', { epoch: agent.epoch + 1, ports: [] });
    await agent.say('ports', { epoch: agent.epoch, ports: Array.from({ length: 65 }, () => foreign) });
    await agent.say('ports', { epoch: agent.epoch, ports: [foreign] });
    const { items } = await shown('the last report', ({ items: all }) => all.length === 1);
    expect(items[0]).toMatchObject({ path: '/dev/d', machineId: null });
    await agent.leave();
  });

  it('belong to a lab that exists', async () => {
    const unknown = await world.admin.get<Ports>(`/api/v1/labs/${newId<string>()}/ports`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'LAB.UNKNOWN']);
  });
});
