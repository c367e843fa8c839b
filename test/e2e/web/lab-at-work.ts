import type { JobId, MachineId } from '@pandafab/shared';
import { pollUntil, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { PARTS } from '../../../scripts/demo/parts.mjs';
import { seedBilling } from '../../../scripts/demo/seed-billing.mjs';
import { partPath, seedPast, sendParts } from '../../../scripts/demo/seed-past.mjs';
import { seedPeople } from '../../../scripts/demo/seed-people.mjs';
import { ApiClient } from '../../../scripts/lib/api-client.mjs';
import { asBuilt } from '../../../scripts/lib/node-programs.mjs';
import { PASSWORD, type Person } from './person';
import { WebStack } from './stack';

/** Of a machine whose print is to be seen under way. */
const STEADY = 20;
/** Of the idle machine: a film of its next print lasts half a minute. */
const BRISK = 150;
/** Of a machine whose part is to be done, or whose question is to be asked, within seconds. */
const HASTY = 1200;
/** Keys of the machines in the demonstration's past. */
const IN_USE = ['serial', 'tcp', 'bridge'] as const;

interface MachineView {
  readonly bed: string;
  readonly live: { readonly state: string; readonly needsPerson: object | null } | null;
}
interface JobView {
  readonly runs: readonly { readonly progress: { readonly fraction: number | null } | null }[];
}

/** A lab with five machines, two weeks after it opened: some print, one asks, one has a part on its bed, one is idle. */
export class LabAtWork {
  private readonly machines: { id: MachineId; address: string }[] = [];
  /** Who submits, one after the other. */
  private readonly makers: string[] = [];

  private constructor(
    readonly stack: WebStack,
    readonly administrator: Person,
    private readonly api: ApiClient,
    private readonly directory: TemporaryDirectory,
  ) {}

  static async open(): Promise<LabAtWork> {
    const stack = await WebStack.start(STEADY);
    const administrator = await stack.person('Ada Réseau', 'administrator');
    const api = new ApiClient(stack.server.url);
    await api.login('/api/v1/auth/login', { email: administrator.email, password: PASSWORD });
    const lab = new LabAtWork(stack, administrator, api, await temporaryDirectory());
    await lab.furnish();
    return lab;
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await this.directory.remove();
  }

  /** Five machines in use, the first print nearly half done. */
  async untilHalfDone(job: JobId): Promise<void> {
    await pollUntil('the first print to be well under way', () => this.isUnderWay(job, 0.4), 300_000);
  }

  /** Each machine but the last in a state of its own. @returns the job that is printed first */
  async work(): Promise<JobId> {
    const [steady, green, asking, done] = this.machines;
    if (!steady || !green || !asking || !done) throw new Error('a machine is missing');
    const printed = await this.submit('vase-torsade.gcode');
    await pollUntil('the vase to print', () => this.isUnderWay(printed, 0));
    await this.appear(green, STEADY);
    await this.submit('engrenage-12-dents.gcode');
    await this.appear(done, HASTY);
    await this.submit('lampe-galet.gcode');
    await pollUntil(
      'a part on its bed',
      async () => (await this.machine(done.id)).bed === 'occupied',
      120_000,
    );
    await this.appear(asking, HASTY);
    await this.submit('etoile-de-sapin.gcode');
    await pollUntil('a question', async () => (await this.machine(asking.id)).live?.needsPerson, 120_000);
    for (const file of ['bouton-robinet.gcode', 'entonnoir-atelier.gcode']) await this.submit(file);
    return printed;
  }

  /** The last machine is switched on; it has nothing to do, since no other job is left for its material. */
  async rest(): Promise<void> {
    await pollUntil('other jobs to be cancelled', async () => {
      const others = await this.othersWaiting();
      for (const id of others) await this.api.post(`/api/v1/jobs/${id}/cancel`);
      return others.length === 0;
    });
    const idle = this.machines.at(-1);
    if (idle) await this.appear(idle, BRISK);
  }

  /** Jobs that are not of this lab's parts: each page has something to show by them. */
  private async othersWaiting(): Promise<JobId[]> {
    const ids: JobId[] = [];
    for (const state of ['analysing', 'queued']) {
      const { items } = await this.api.get(`/api/v1/jobs?state=${state}&limit=100`);
      for (const { id, fileName } of items)
        if (!PARTS.some((part) => part.fileName === fileName)) ids.push(id);
    }
    return ids;
  }

  async isUnderWay(job: JobId, fraction: number): Promise<boolean> {
    const { runs }: JobView = await this.api.get(`/api/v1/jobs/${job}`);
    return (runs[0]?.progress?.fraction ?? -1) > fraction;
  }

  file = (fileName: string): string => {
    const part = PARTS.find((each) => each.fileName === fileName);
    if (!part) throw new Error(`no part ${fileName}`);
    return partPath(this.directory.path, part);
  };

  async submit(fileName: string): Promise<JobId> {
    const memberId = this.makers.shift() ?? '';
    this.makers.push(memberId);
    const fields = { labId: this.stack.labId, memberId };
    const { jobs } = await this.api.upload('/api/v1/jobs', this.file(fileName), fields);
    return jobs[0].id;
  }

  /** Machines, kinds of filament, people, tariffs, and a past. */
  private async furnish(): Promise<void> {
    const { stack, api } = this;
    const { labId } = stack;
    const uploadIds = await sendParts(api, this.directory.path);
    const once = { keep: <T>(_key: string, make: () => T) => make() };
    const people = await seedPeople(api, once);
    for (const key of ['camille', 'lina', 'noa', 'ecole']) this.makers.push(people[key]?.memberId ?? '');
    await seedBilling(api, once);
    const orange = await this.makeFilament('PLA', 'orange', 1.24);
    const white = await this.makeFilament('PLA', 'blanc', 1.24);
    const green = await this.makeFilament('PETG', 'vert', 1.27);
    this.machines.push({ id: stack.machineId, address: '' });
    for (const name of ['Panda 2', 'Panda 3', 'Panda 4', 'Panda 5'])
      this.machines.push(await stack.addMachine(name));
    const lab = { id: labId, agent: { agentId: await stack.agentId() } };
    const used = IN_USE.map((key, at) => {
      const [material, filamentId] = key === 'tcp' ? ['PETG', green] : ['PLA', orange];
      const name = `Panda ${at + 1}`;
      return [key, { id: this.machines[at]?.id, name, lab: 'fontaine', labId, material, filamentId }];
    });
    await seedPast(api, {
      ...{ directory: stack.dataDirectory, state: once, uploadIds, people, filaments: { orange, white } },
      ...{ labs: { fontaine: lab, gresilles: lab }, machines: Object.fromEntries(used), program: asBuilt },
    });
    for (const [at, name] of [
      [3, 'Panda 4'],
      [4, 'Panda 5'],
    ] as const) {
      const spool = { filamentId: white, label: `${name} – 1`, netGrams: 750 };
      const { id: spoolId } = await api.post(`/api/v1/labs/${labId}/spools`, spool);
      await api.put(`/api/v1/machines/${this.machines[at]?.id}/spool`, { spoolId });
    }
  }

  private async makeFilament(material: string, colour: string, densityGramsPerCm3: number): Promise<string> {
    const kind = { material, brand: 'Francofil', colour, densityGramsPerCm3 };
    return (await this.api.post('/api/v1/filaments', kind)).id;
  }

  /** A person switches the machine on. */
  private async appear({ id, address }: { id: MachineId; address: string }, speed: number): Promise<void> {
    await this.stack.simulate(address, speed);
    await pollUntil('a machine', async () => (await this.machine(id)).live?.state === 'ready');
  }

  private machine = (id: MachineId): Promise<MachineView> => this.api.get(`/api/v1/machines/${id}`);
}
