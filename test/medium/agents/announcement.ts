import { type DnsPacket, freeUdpPort, NetworkListener, pollUntil } from '@pandafab/testing';
import { AgentBench } from '../agent-bench/agent-bench';

const SERVICE = '_octoprint._tcp.local';
const isOf = (instance: string) => (packet: DnsPacket) =>
  (packet.answers ?? []).some((each) => each.type === 'PTR' && each.data === `${instance}.${SERVICE}`);
const isOfBench = isOf('Bench (PandaFab)');
const isGoodbye = (packet: DnsPacket) =>
  isOfBench(packet) && (packet.answers ?? []).some((each) => each.type === 'PTR' && each.ttl === 0);

describe('an agent and the slicers on its network', () => {
  let bench: AgentBench;
  let slicer: NetworkListener;
  let announce: { readonly networkAddress: string; readonly port: number };

  beforeAll(async () => {
    bench = await AgentBench.start();
    announce = { networkAddress: '127.0.0.1', port: await freeUdpPort() };
    slicer = new NetworkListener(announce.port);
    await slicer.ready();
  });
  afterAll(async () => {
    await bench.stop();
    await slicer.close();
  });

  const welcomed = (times: number) =>
    pollUntil(
      'the agent to be welcomed',
      () => bench.server.hellos >= times && bench.server.presences.length >= times,
    );

  it('announces nothing unless it is set to', async () => {
    const agent = await bench.startAgent('first');
    await welcomed(1);
    slicer.offer('OctoPrint');
    slicer.ask(SERVICE, 'PTR');
    await slicer.hear(isOf('OctoPrint'));
    await agent.stop();
    expect(slicer.all.filter(isOfBench)).toEqual([]);
    expect(bench.server.slicerAddressAsked).toBe(0);
  });

  it('announces the lab’s address once it is welcomed, and withdraws it when it stops', async () => {
    const agent = await bench.startAgent('first', undefined, 'park', announce);
    await slicer.hear(isOfBench);
    expect(slicer.all.filter(isGoodbye)).toEqual([]);
    await agent.stop();
    await slicer.hear(isGoodbye);
  });
});
