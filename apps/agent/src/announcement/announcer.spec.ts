import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AgentId, type LabId, newId, systemClock } from '@pandafab/shared';
import { type DnsPacket, freeUdpPort, NetworkListener } from '@pandafab/testing';
import openSocket from 'multicast-dns';
import { pino } from 'pino';
import { SlicerAnnouncer } from './announcer';
import type { Answer } from './records';

const LOOPBACK = '127.0.0.1';
const SERVICE = '_octoprint._tcp.local';
const config = { labId: newId<LabId>(), agentId: newId<AgentId>() };

const recordsIn = ({ answers, additionals }: DnsPacket): Answer[] => [
  ...(answers ?? []),
  ...(additionals ?? []),
];
const instanceIn = (packet: DnsPacket): string | undefined =>
  (packet.answers ?? []).flatMap((each) =>
    each.type === 'PTR' && each.name === SERVICE ? [each.data] : [],
  )[0];
const textsIn = (packet: DnsPacket): string[] =>
  recordsIn(packet).flatMap((each) => (each.type === 'TXT' ? [each.data].flat().map(String) : []));
const lab = 'Fontaine d’Ouche (PandaFab)';
const isOfLab = (packet: DnsPacket): boolean => instanceIn(packet) === `${lab}.${SERVICE}`;
const isGoodbye = (packet: DnsPacket): boolean =>
  isOfLab(packet) && (packet.answers ?? []).every(({ type, ...each }) => 'ttl' in each && each.ttl === 0);

describe('the announcement of a lab’s address for slicers', () => {
  let port: number;
  let slicer: NetworkListener;
  let server: Server;
  let answer: object;
  const asked: (string | undefined)[] = [];
  let announcer: SlicerAnnouncer;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.setHeader('connection', 'close').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  beforeEach(async () => {
    port = await freeUdpPort();
    slicer = new NetworkListener(port);
    await slicer.ready();
    answer = { labName: 'Fontaine d’Ouche', address: 'http://127.0.0.1:8080/s/fontaine-d-ouche' };
    announcer = new SlicerAnnouncer({
      ...{ clock: systemClock, log: pino({ level: 'silent' }), secret: () => 'a secret' },
      config: { ...config, serverUrl: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}` },
      ...{ networkAddress: LOOPBACK, port },
    });
  });
  afterEach(async () => {
    await announcer.stop();
    await slicer.close();
  });

  it('is sent by itself, with all that a slicer reads in one packet', async () => {
    await announcer.look();
    const packet = await slicer.hear(isOfLab);
    const records = recordsIn(packet);
    const location = records.find((each) => each.type === 'SRV');
    expect(location?.data).toMatchObject({ port: 8080 });
    expect(textsIn(packet)).toEqual(['path=/s/fontaine-d-ouche', 'version=1.10.0']);
    expect(records.filter(({ type }) => type === 'A')).toMatchObject([{ data: LOOPBACK }]);
    expect(asked.at(-1)).toBe(
      `/api/agent/slicer-address Basic ${Buffer.from(`${config.agentId}:a secret`).toString('base64')}`,
    );
  });

  it('answers a slicer that looks for it, beside another device', async () => {
    slicer.offer('OctoPrint');
    await announcer.look();
    await slicer.hear(isOfLab);
    slicer.forget();
    slicer.ask(SERVICE, 'PTR');
    const packet = await slicer.hear((each) => isOfLab(each) && (each.additionals ?? []).length > 0);
    expect(packet.additionals?.map(({ type }) => type)).toEqual(['SRV', 'TXT', 'A']);
    await slicer.hear((each) => instanceIn(each) === `OctoPrint.${SERVICE}`);
    slicer.forget();
    const host = recordsIn(packet).find((each) => each.type === 'A')?.name ?? '';
    slicer.ask(host.toUpperCase(), 'A');
    const address = await slicer.hear(({ answers }) => answers?.[0]?.type === 'A');
    expect(address.answers).toMatchObject([{ data: LOOPBACK }]);
  });

  it('does not repeat what the slicer knows', async () => {
    await announcer.look();
    await slicer.hear(isOfLab);
    slicer.forget();
    slicer.ask(SERVICE, 'PTR', [{ name: SERVICE, type: 'PTR', ttl: 4000, data: `${lab}.${SERVICE}` }]);
    // The answer to the second question shows that the first one was read.
    slicer.ask('_services._dns-sd._udp.local', 'PTR');
    await slicer.hear(({ answers }) => answers?.[0]?.name === '_services._dns-sd._udp.local');
    // The second of the two announcements may still come; it has no additional records.
    expect(slicer.all.filter((each) => (each.additionals ?? []).length > 0)).toEqual([]);
  });

  it('answers a program that knows only plain DNS, directly', async () => {
    await announcer.look();
    await slicer.hear(isOfLab);
    const plain = openSocket({ port: await freeUdpPort(), bind: LOOPBACK, multicast: false });
    const got = new Promise<DnsPacket>((resolve) => plain.once('response', resolve));
    const questions = [{ name: SERVICE, type: 'PTR' as const }];
    plain.query({ id: 7, questions }, { port, address: '224.0.0.251' });
    const packet = await got;
    expect(packet).toMatchObject({ id: 7, questions: [{ name: SERVICE }] });
    expect(recordsIn(packet).map((each) => 'ttl' in each && each.ttl)).toEqual([10, 10, 10, 10]);
    await new Promise<void>((resolve) => plain.destroy(resolve));
  });

  it('is withdrawn when the agent stops', async () => {
    await announcer.look();
    await slicer.hear(isOfLab);
    await announcer.stop();
    await slicer.hear(isGoodbye);
    slicer.forget();
    slicer.offer('OctoPrint');
    slicer.ask(SERVICE, 'PTR');
    await slicer.hear((each) => instanceIn(each) === `OctoPrint.${SERVICE}`);
    expect(slicer.all.filter(isOfLab)).toEqual([]);
  });

  it('follows the address, and says that it is HTTPS', async () => {
    await announcer.look();
    await slicer.hear(isOfLab);
    answer = { labName: 'Fontaine d’Ouche', address: 'https://127.0.0.1/fab/s/fontaine' };
    await announcer.look();
    await slicer.hear(isGoodbye);
    const packet = await slicer.hear((each) => textsIn(each).includes('useHttps=true'));
    expect(textsIn(packet)).toContain('path=/fab/s/fontaine');
    expect(recordsIn(packet).find((each) => each.type === 'SRV')?.data).toMatchObject({ port: 443 });
  });

  it('needs a public address', async () => {
    answer = { labName: 'Fontaine d’Ouche', address: null };
    await announcer.look();
    slicer.offer('OctoPrint');
    slicer.ask(SERVICE, 'PTR');
    await slicer.hear((each) => instanceIn(each) === `OctoPrint.${SERVICE}`);
    expect(slicer.all.filter(isOfLab)).toEqual([]);
  });
});
