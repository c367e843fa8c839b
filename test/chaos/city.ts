import { join } from 'node:path';
import type { LabId, MachineId } from '@pandafab/shared';
import { type HttpClient, pollUntil } from '@pandafab/testing';
import type { Actor } from '../city/actor';
import { expectStatus, Foundations } from '../city/foundations';
import type { Happening, HotMachine } from './evidence';
import { ParkedMachine, watchHeaters } from './machine-park';

const LABS = ['north', 'middle', 'south'];
const MACHINES_OF_LAB = 3;
const BED = { widthMm: 200, depthMm: 200, heightMm: 200 };

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

/** Two servers, three labs with an agent each, and beside each agent three virtual machines on pseudo-terminals. */
export class City {
  readonly happenings: Happening[] = [];
  readonly hot: HotMachine[] = [];
  readonly labs: Lab[] = [];
  /** Agents that cannot write as much as they would. */
  readonly cramped = new Set<Actor>();
  private stopWatching = () => {};

  private constructor(
    readonly foundations: Foundations,
    private readonly directory: string,
  ) {}

  /** @param directory of its own, where everything is kept, each process's log too */
  static async found(directory: string, say: (text: string) => void): Promise<City> {
    const city = new City(await Foundations.lay({ directory, say, servers: 2 }), directory);
    for (const name of LABS) city.labs.push(await city.openLab(name));
    const steadyMs = (machine: ParkedMachine) => city.steadyMs(machine);
    city.stopWatching = watchHeaters(city.machines, steadyMs, (hot) => city.hot.push(hot));
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

  /** Everything runs, is plugged in, and hears. */
  async heal(): Promise<void> {
    for (const actor of this.actors) actor.thaw();
    for (const actor of this.actors) await actor.start();
    for (const machine of this.machines) await machine.plugIn();
    await pollUntil('all labs to be online', () => this.allOnline(), 60_000);
  }

  /** Ends every process; in the reverse order of their start. */
  async close(): Promise<void> {
    this.stopWatching();
    for (const actor of this.actors.reverse()) await actor.stop();
    for (const machine of this.machines) await machine.unplug();
  }

  private async openLab(name: string): Promise<Lab> {
    const { id } = await this.foundations.make<{ id: LabId }>('/labs', { name });
    const credentials = await this.foundations.make<Credentials>(`/labs/${id}/agent`, {});
    const machines = [];
    for (let at = 1; at <= MACHINES_OF_LAB; at++)
      machines.push(await this.installMachine(id, `${name}-${at}`));
    const agentData = join(this.directory, `agent-${name}`);
    const serverUrl = this.clients[LABS.indexOf(name) % 2]?.baseUrl ?? '';
    const identity = { ...credentials, name, labId: id, serverUrl, directory: agentData };
    return { name, id, agent: await this.foundations.startAgent(identity), agentData, machines };
  }

  private async installMachine(labId: LabId, name: string) {
    const { foundations } = this;
    const parked = new ParkedMachine(name, this.directory, this.happenings);
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

  private async allOnline(): Promise<boolean> {
    const seen = await Promise.all(
      this.clients.map(async (client) => {
        const answer = await client
          .get<{ items: { agentOnline: boolean }[] }>('/api/v1/labs')
          .catch(() => undefined);
        return answer?.status === 200 && answer.body.items.every(({ agentOnline }) => agentOnline);
      }),
    );
    return seen.every(Boolean);
  }

  private steadyMs(machine: ParkedMachine): number {
    const lab = this.labs.find(({ machines }) => machines.some(({ parked }) => parked === machine));
    return lab && !this.cramped.has(lab.agent) ? lab.agent.steadyMs : 0;
  }
}
