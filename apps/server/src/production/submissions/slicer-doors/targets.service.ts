import { Inject, Injectable } from '@nestjs/common';
import { Fault, folded, type LabId, type MachineId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { Lab } from '../../../network/labs/lab.entity';
import { Machine } from '../../../network/machines/machine.entity';
import { BaseUrl } from '../../../platform/kit/base-url';
import { SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';

/** What a slicer sends to: a lab, or one machine of it. */
export interface Target {
  readonly labId: LabId;
  readonly labName: string;
  /** Null: whichever machine of the lab fits. */
  readonly machineId: MachineId | null;
  readonly machineName: string | null;
  /** The base address that a person enters in a slicer, without a slash at its end. */
  readonly address: string;
  /** The same for dialogs that take only a short path: Cura's. */
  readonly shortAddress: string;
}

type Named = { readonly id: string; readonly name: string };

/**
 * What the field “Path” of Cura's dialog takes (Cura-OctoPrintPlugin 3.7.3, qml/ManualInstanceDialog.qml,
 * `maximumLength` and `validator`).
 */
const SHORT_PATH = /^[\w.\-/]{1,30}$/;
/** The random end of an id: a path of 15 characters, which leaves as many for that of the setting. */
const codeOf = (id: string): string => id.slice(-12);

/** A name in an address: `Prusa MK4 n°2` is `prusa-mk4-n-2`. */
export const slugOf = (name: string): string =>
  folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The name where it names only one; else the id, which always does. */
function segmentOf({ id, name }: Named, all: readonly Named[]): string {
  const slug = slugOf(name);
  const isOnly = slug !== '' && all.filter((each) => slugOf(each.name) === slug).length === 1;
  return isOnly ? slug : id;
}

/** @param segment of an address, decoded */
function namedBy<Each extends Named>(all: readonly Each[], segment: string): Each | undefined {
  const wanted = segment.toLowerCase();
  const [found, ...others] = all.filter(
    ({ id, name }) => [id, codeOf(id)].includes(wanted) || slugOf(name) === wanted,
  );
  return others.length === 0 ? found : all.find(({ id }) => id === wanted);
}

/** The addresses of labs and machines for slicers: `/s/<lab>` and `/s/<lab>/<machine>`. */
@Injectable()
export class SlicerTargets {
  constructor(
    private readonly read: ReadDatabase,
    private readonly baseUrl: BaseUrl,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  /** False where the addresses are only those of this computer: no setting says how others reach it. */
  get arePublic(): boolean {
    return (this.config.slicerUrl ?? this.config.publicUrl) !== undefined;
  }

  /** Every target, by the names of labs and machines. */
  async list(): Promise<Target[]> {
    const labs = await this.labs();
    const machines = await this.machinesOf();
    return labs.flatMap((lab) => {
      const own = machines.filter(({ labId }) => labId === lab.id);
      return [this.target(lab, labs), ...own.map((machine) => this.target(lab, labs, machine, own))];
    });
  }

  /**
   * @param machineSegment undefined: the lab
   * @throws Fault SLICER.TARGET_UNKNOWN
   */
  async find(labSegment: string, machineSegment?: string): Promise<Target> {
    const labs = await this.labs();
    const lab = namedBy(labs, labSegment);
    if (machineSegment === undefined) return lab ? this.target(lab, labs) : this.ofMachine(labSegment, labs);
    if (!lab) throw new Fault('SLICER.TARGET_UNKNOWN');
    const machines = await this.machinesOf(lab.id);
    const machine = namedBy(machines, machineSegment);
    if (!machine) throw new Fault('SLICER.TARGET_UNKNOWN');
    return this.target(lab, labs, machine, machines);
  }

  /** The machines of a target's lab, in service, by name, each with its name in addresses. */
  async machinesIn({ labId, machineId }: Pick<Target, 'labId' | 'machineId'>) {
    const machines = await this.machinesOf(labId);
    return machines
      .filter(({ id }) => machineId === null || id === machineId)
      .map((machine) => ({ id: machine.id, name: machine.name, slug: segmentOf(machine, machines) }));
  }

  /** The short form: the end of a machine's id alone. */
  private async ofMachine(code: string, labs: readonly Lab[]): Promise<Target> {
    const [machine, ...others] = (await this.machinesOf()).filter(({ id }) => codeOf(id) === code);
    const lab = labs.find(({ id }) => id === machine?.labId);
    if (!machine || !lab || others.length > 0) throw new Fault('SLICER.TARGET_UNKNOWN');
    return this.target(lab, labs, machine, await this.machinesOf(lab.id));
  }

  private labs(): Promise<Lab[]> {
    return this.read.of(Lab).find({ order: { name: 'ASC' } });
  }

  private machinesOf(labId?: LabId): Promise<Machine[]> {
    const where = { retiredAt: IsNull(), ...(labId && { labId }) };
    return this.read.of(Machine).find({ where, order: { name: 'ASC' } });
  }

  private target(
    lab: Lab,
    labs: readonly Lab[],
    machine?: Machine,
    machines: readonly Machine[] = [],
  ): Target {
    const path = [segmentOf(lab, labs), ...(machine ? [segmentOf(machine, machines)] : [])];
    const address = this.addressAt(path);
    return {
      ...{ labId: lab.id, labName: lab.name },
      ...{ machineId: machine?.id ?? null, machineName: machine?.name ?? null },
      address,
      shortAddress: SHORT_PATH.test(new URL(address).pathname)
        ? address
        : this.addressAt([codeOf((machine ?? lab).id)]),
    };
  }

  private addressAt(path: readonly string[]): string {
    const base = this.config.slicerUrl?.replace(/\/+$/, '') ?? this.baseUrl.get();
    return `${base}/s/${path.map(encodeURIComponent).join('/')}`;
  }
}
