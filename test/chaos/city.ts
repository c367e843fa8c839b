import { join } from 'node:path';
import type { LabId, MachineId } from '@pandafab/shared';
import { type HttpClient, pollUntil } from '@pandafab/testing';
import type { Actor } from '../city/actor';
import { type CityDatabase, expectStatus, Foundations } from '../city/foundations';
import { ServerDisk } from '../city/server-disk';
import { Wiretap } from '../city/wiretap';
import { CalmClock, type CalmTick, labsOnline } from './calm-clock';
import type { Happening, HotMachine } from './evidence';
import { ParkedMachine } from './machine-park';
import { OrderBook } from './order-book';
import { PartNumbers } from './parts';
import { pause, Refused, Service } from './service';

const LABS = ['north', 'middle', 'south'];
const MACHINES_OF_LAB = 3;
const BED = { widthMm: 200, depthMm: 200, heightMm: 200 };
/** An agent without a welcome sends its hello again after half a minute at most. */
const ONLINE_WITHIN_MS = 300_000;
/** Long enough for a busy computer. */
const ANSWERED_WITHIN_MS = 180_000;

export interface Lab {
  readonly name: string;
  readonly id: LabId;
  readonly agent: Actor;
  readonly agentData: string;
  readonly machines: readonly { readonly id: MachineId; readonly parked: ParkedMachine }[];
}

interface Credentials {
  readonly agentId: string;
  readonly secret: string;
}

interface RunOnMachine {
  readonly id: string;
  readonly machineId: string;
}

export interface CityOptions {
  /** A directory for this city only: all its files, and the log of each process. */
  readonly directory: string;
  readonly database: CityDatabase;
  readonly servers: number;
  /** A build other than this repository's. */
  readonly dist?: string;
  readonly random: () => number;
  readonly say: (text: string) => void;
}

/** Servers, three labs with an agent each, and three virtual machines for each agent, on pseudo-terminals. */
export class City {
  readonly happenings: Happening[] = [];
  readonly hot: HotMachine[] = [];
  readonly labs: Lab[] = [];
  readonly orders = new OrderBook();
  readonly parts = new PartNumbers();
  readonly service: Service;
  readonly calm: CalmClock;
  readonly wiretap: Wiretap;
  /** Machines that were stopped and switched on again, before their lab knows it. */
  readonly toReconnect = new Set<string>();
  /** Agents whose files cannot grow. */
  readonly cramped = new Set<Actor>();
  /** Present faults of the servers' disk or database: deadlines do not count during them. */
  readonly troubles = new Set<string>();

  private constructor(
    readonly foundations: Foundations,
    readonly disk: ServerDisk,
    private readonly options: CityOptions,
  ) {
    this.service = new Service(() => this.clients, options.random);
    this.wiretap = Wiretap.on(foundations.brokerUrl);
    const chains = () =>
      this.labs.map(({ id, agent }) => ({
        labId: id,
        agent,
        agentIsWell: () => agent.isUp && !this.cramped.has(agent),
      }));
    const isWell = () => this.troubles.size === 0;
    this.calm = new CalmClock(
      chains,
      () => foundations.actors,
      isWell,
      () => this.clients,
    );
  }

  static async found(options: CityOptions): Promise<City> {
    const { directory, say, servers, database, dist } = options;
    const disk = await ServerDisk.mount(join(directory, 'server'));
    if (!disk.isReal) say('no file system can be mounted here: a full server disk is imitated by a limit');
    const foundations = await Foundations.lay({ directory, say, servers, database, ...(dist && { dist }) });
    const city = new City(foundations, disk, options);
    for (const name of LABS) city.labs.push(await city.openLab(name));
    city.calm.onTick((tick) => city.onTick(tick));
    city.calm.start();
    return city;
  }

  /** A client of each server, as the administrator. */
  get clients(): readonly HttpClient[] {
    return this.foundations.clients;
  }

  get machines(): ParkedMachine[] {
    return this.labs.flatMap(({ machines }) => machines.map(({ parked }) => parked));
  }

  get actors(): Actor[] {
    return [...this.foundations.actors, ...this.labs.map(({ agent }) => agent)];
  }

  /**
   * Starts everything, plugs the machines in, and waits until all answer. @returns what does not work, as sentences
   */
  async heal(): Promise<string[]> {
    const unhealthy: string[] = [];
    for (const actor of this.actors) actor.thaw();
    for (const actor of this.actors)
      await actor
        .start()
        .catch((error: Error) => unhealthy.push(`${actor.name} does not start: ${error.message}`));
    for (const machine of this.machines) await machine.plugIn();
    return [...unhealthy, ...(await this.findUnhealthy(ONLINE_WITHIN_MS))];
  }

  /** What does not work within this time, although everything that it needs works. */
  async findUnhealthy(withinMs = ANSWERED_WITHIN_MS): Promise<string[]> {
    let unhealthy: string[] = [];
    const isWell = async () => {
      unhealthy = await this.checkHealth();
      if (unhealthy.length > 0) await pause(500);
      return unhealthy.length === 0;
    };
    await pollUntil('all to be well', isWell, withinMs).catch(() => {});
    return unhealthy;
  }

  private async checkHealth(): Promise<string[]> {
    const unhealthy: string[] = [];
    for (const [at, client] of this.clients.entries()) {
      const name = this.foundations.servers[at]?.name;
      const ready = await client.get<{ status: string }>('/api/health/ready').catch(() => undefined);
      if (ready?.body?.status !== 'ok') unhealthy.push(`${name} is not ready: ${ready?.text ?? 'no answer'}`);
      const online = await labsOnline(client);
      for (const lab of this.labs)
        if (!online.has(lab.id)) unhealthy.push(`${lab.name} is offline for ${name}`);
    }
    return unhealthy;
  }

  /** Sends it through a server. @throws Refused; Error when no answer came */
  async command(
    lab: Lab,
    { id, machineId }: RunOnMachine,
    action: 'pause' | 'resume' | 'cancel',
    part: number,
  ): Promise<void> {
    const { parked } = this.machineOf(lab, machineId);
    // If the answer is lost, the test assumes the worse case: the request was carried out.
    if (action === 'pause') parked.isPaused = true;
    else this.orders.lift('pause', parked.name);
    await this.service.ask('POST', `/runs/${id}/command`, { action }).catch((error: unknown) => {
      if (action === 'pause' && error instanceof Refused) parked.isPaused = false;
      throw error;
    });
    if (action !== 'pause') parked.isPaused = false;
    if (action !== 'resume') this.orders.accept(action, lab.id, parked, part);
  }

  async stop(lab: Lab, machineId: string, part: number): Promise<void> {
    const { parked } = this.machineOf(lab, machineId);
    this.orders.lift('pause', parked.name);
    await this.service.ask('POST', `/machines/${machineId}/emergency-stop`, {});
    parked.isPaused = false;
    this.orders.accept('stop', lab.id, parked, part);
  }

  /** The runs of these machines have ended. */
  letGo(machineIds: readonly string[]): void {
    for (const { machines } of this.labs)
      for (const { id, parked } of machines) if (machineIds.includes(id)) parked.isPaused = false;
  }

  /** Ends every process; in the reverse order of their start. */
  async close(): Promise<void> {
    this.calm.stop();
    this.wiretap.close();
    for (const actor of this.actors.reverse()) await actor.stop();
    for (const machine of this.machines) await machine.unplug();
  }

  private machineOf(lab: Lab, machineId: string): Lab['machines'][number] {
    const machine = lab.machines.find(({ id }) => id === machineId);
    if (!machine) throw new Error(`${lab.name} has no machine ${machineId}`);
    return machine;
  }

  private onTick(tick: CalmTick): void {
    this.orders.tick(tick);
    const lab = this.labs.find(({ id }) => id === tick.labId);
    for (const { parked } of lab?.machines ?? []) {
      const hot = parked.look(tick.agentMs);
      if (hot) this.hot.push(hot);
    }
  }

  private async openLab(name: string): Promise<Lab> {
    const { id } = await this.foundations.make<{ id: LabId }>('/labs', { name });
    const credentials = await this.foundations.make<Credentials>(`/labs/${id}/agent`, {});
    const machines = [];
    for (let at = 1; at <= MACHINES_OF_LAB; at++)
      machines.push(await this.installMachine(id, `${name}-${at}`));
    const agentData = join(this.options.directory, `agent-${name}`);
    const serverUrl = this.clients[LABS.indexOf(name) % this.clients.length]?.baseUrl ?? '';
    const identity = { ...credentials, name, labId: id, serverUrl, directory: agentData };
    return { name, id, agent: await this.foundations.startAgent(identity), agentData, machines };
  }

  private async installMachine(labId: LabId, name: string) {
    const { foundations } = this;
    const onReset = (machine: string) => this.orders.lift('stop', machine);
    const parked = new ParkedMachine(name, this.options.directory, this.happenings, onReset);
    await parked.plugIn();
    const machine = { name, profileId: 'marlin-2', address: parked.device, baudRate: 115_200, ...BED };
    const { id } = await foundations.make<{ id: MachineId }>(`/labs/${labId}/machines`, machine);
    const kind = { material: 'PLA', brand: 'X', colour: 'blue', densityGramsPerCm3: 1.24 };
    const { id: filamentId } = await foundations.make<{ id: string }>('/filaments', kind);
    const spool = { filamentId, label: name, netGrams: 50_000 };
    const { id: spoolId } = await foundations.make<{ id: string }>(`/labs/${labId}/spools`, spool);
    const [client] = this.clients as [HttpClient];
    await expectStatus(client.request('PUT', `/api/v1/machines/${id}/spool`, { body: { spoolId } }), 200);
    return { id, parked };
  }
}
