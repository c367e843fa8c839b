import { describeOnBothDatabases, startTestServer, type TestServer } from '@pandafab/testing';
import { ChainWorld } from '../fixtures/chain-world';

interface ServiceState {
  readonly version: string | null;
  readonly database: string;
  readonly broker: string;
  readonly disk: { readonly freeMb: number; readonly totalMb: number } | null;
  readonly failedSteps: number;
  readonly computers: readonly { readonly labId: string; readonly online: boolean }[];
}

describeOnBothDatabases('the state of the service', (open) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
  });
  afterAll(() => server.stop());

  it('tells administrators of its parts and of the computers of labs', async () => {
    const world = await ChainWorld.of(server);
    const [lab, other] = [await world.makeLab(), await world.makeLab()];
    const show = async () => (await world.admin.get<ServiceState>('/api/v1/service')).body;
    const { version, database, broker, disk, failedSteps, computers } = await show();
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(['sqlite', 'postgres']).toContain(database);
    expect({ broker, failedSteps, computers }).toEqual({ broker: 'embedded', failedSteps: 0, computers: [] });
    expect(disk?.freeMb).toBeLessThan(disk?.totalMb ?? 0);
    const agent = await world.joinAgent(lab);
    expect((await show()).computers).toEqual([expect.objectContaining({ labId: lab.labId, online: true })]);
    await agent.leave();
    expect((await show()).computers.map(({ labId }) => labId)).not.toContain(other.labId);
  });
});
