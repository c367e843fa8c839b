import { join } from 'node:path';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { type HttpClient, pollUntil } from '@pandafab/testing';
import { openPtyPort } from '../../../apps/cli/src/ports/pty-port';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from './figures';
import { addMachine, openLab } from './network';

const SPEED = 5000;
const MOST_OF_A_BATCH = 50;
const PART = 'G28\nM83\nG1 X10 Y10 E0.1 F3000\nG1 X50 Y10 E0.1\n';

/** From the click on "the bed is clear" to the first line of the next print on the machine. */
export async function start(foundations: Foundations, directory: string, prints: number): Promise<Figure[]> {
  let firstLineAt = 0;
  const device = join(directory, 'waiting-machine');
  const machine = new VirtualMachine({
    ...{ profile: findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2'), clock: systemClock },
    ...{ speed: SPEED, send: (bytes: Uint8Array) => port.send(bytes) },
    onAccepted: () => {
      if (firstLineAt === 0) firstLineAt = performance.now();
    },
  });
  const received = (bytes: Buffer) => machine.receive(bytes);
  const port = await openPtyPort(
    { connected: () => {}, lost: () => {}, received },
    { baudRate: 115_200, link: device },
  );
  machine.powerOn();
  const client = foundations.clients[0] as HttpClient;
  const lab = await openLab(foundations, 'One host');
  const machineId = await addMachine(foundations, lab, device);
  await loadSpool(foundations, lab.id, machineId);
  const identity = { ...lab, labId: lab.id, name: 'one-host', serverUrl: client.baseUrl };
  const agent = await foundations.startAgent({ ...identity, directory: join(directory, 'agent') });
  await submit(client, lab.id, prints + 1);
  const waits: number[] = [];
  for (let at = 0; at <= prints; at++) {
    await pollUntil('the print to end', () => hasEnded(client, machineId), 60_000);
    if (at === prints) break;
    firstLineAt = 0;
    const clicked = performance.now();
    await expectStatus(client.post(`/api/v1/machines/${machineId}/bed-clear`, {}), 200);
    await pollUntil('the first line', () => firstLineAt > 0, 30_000);
    waits.push(firstLineAt - clicked);
  }
  await agent.stop();
  await port.close();
  machine.powerOff();
  return [
    { scenario: 'start', name: 'bed clear to first line, median', value: percentile(waits, 0.5), unit: 'ms' },
    { scenario: 'start', name: '99th percentile', value: percentile(waits, 0.99), unit: 'ms', most: 500 },
    { scenario: 'start', name: 'prints', value: waits.length, unit: '' },
  ];
}

async function hasEnded(client: HttpClient, machineId: string): Promise<boolean> {
  const { body } = await client.get<{ bed: string }>(`/api/v1/machines/${machineId}`);
  return body.bed === 'occupied';
}

async function submit(client: HttpClient, labId: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= MOST_OF_A_BATCH) {
    const form = new FormData();
    form.set('labId', labId);
    form.set('quantity', String(Math.min(left, MOST_OF_A_BATCH)));
    form.set('file', new Blob([PART]), 'part.gcode');
    await expectStatus(client.post('/api/v1/jobs', form), 201);
  }
}

async function loadSpool(foundations: Foundations, labId: string, machineId: string): Promise<void> {
  const kind = { material: 'PLA', brand: 'X', colour: 'blue', densityGramsPerCm3: 1.24 };
  const { id: filamentId } = await foundations.make<{ id: string }>('/filaments', kind);
  const spool = { filamentId, label: 'S1', netGrams: 1000 };
  const { id: spoolId } = await foundations.make<{ id: string }>(`/labs/${labId}/spools`, spool);
  const [client] = foundations.clients as [HttpClient];
  await expectStatus(
    client.request('PUT', `/api/v1/machines/${machineId}/spool`, { body: { spoolId } }),
    200,
  );
}
