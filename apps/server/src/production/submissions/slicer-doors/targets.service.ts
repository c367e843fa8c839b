import { Inject, Injectable } from '@nestjs/common';
import { Fault, folded, type LabId, type MachineId } from '@pandafab/shared';
import { BaseUrl } from '../../../platform/kit/base-url';
import { SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import { type LabRow, type MachineRow, type Places, SlicerPlaces } from './places.service';

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

const onlyOf = <Each>(all: readonly Each[]): Each | undefined => (all.length === 1 ? all[0] : undefined);
const machinesOf = ({ id }: LabRow, all: readonly MachineRow[]) => all.filter(({ labId }) => labId === id);

/** The addresses of labs and machines for slicers: `/s/<lab>` and `/s/<lab>/<machine>`. */
@Injectable()
export class SlicerTargets {
  constructor(
    private readonly places: SlicerPlaces,
    private readonly baseUrl: BaseUrl,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  /** False where the addresses are only those of this computer: no setting says how others reach it. */
  get arePublic(): boolean {
    return (this.config.slicerUrl ?? this.config.publicUrl) !== undefined;
  }

  /** Every target, by the names of labs and machines. */
  async list(): Promise<Target[]> {
    const { labs, machines } = await this.places.now();
    return labs.flatMap((lab) => {
      const own = machines.filter(({ labId }) => labId === lab.id);
      return [this.target(lab, labs), ...own.map((machine) => this.target(lab, labs, machine, own))];
    });
  }

  /**
   * What an address names. It may be what it named a second ago; a name that was not there then is looked up again.
   * @param machineSegment undefined: the lab, or a machine in the short form
   * @throws Fault SLICER.TARGET_UNKNOWN
   */
  async find(labSegment: string, machineSegment?: string): Promise<Target> {
    const found =
      this.findIn(await this.places.recent(), labSegment, machineSegment) ??
      this.findIn(await this.places.now(), labSegment, machineSegment);
    if (!found) throw new Fault('SLICER.TARGET_UNKNOWN');
    return found;
  }

  /** The machines of a target's lab, in service, by name, each with its name in addresses. */
  async machinesIn({ labId, machineId }: Pick<Target, 'labId' | 'machineId'>) {
    const places = await this.places.now();
    const machines = places.machines.filter((each) => each.labId === labId);
    return machines
      .filter(({ id }) => machineId === null || id === machineId)
      .map((machine) => ({ id: machine.id, name: machine.name, slug: segmentOf(machine, machines) }));
  }

  private findIn({ labs, machines }: Places, labSegment: string, machineSegment?: string) {
    const lab = namedBy(labs, labSegment);
    if (lab && machineSegment === undefined) return this.target(lab, labs);
    const machine = lab
      ? namedBy(machinesOf(lab, machines), machineSegment ?? '')
      : onlyOf(machines.filter(({ id }) => machineSegment === undefined && codeOf(id) === labSegment));
    const labOf = labs.find(({ id }) => id === machine?.labId);
    return labOf && machine && this.target(labOf, labs, machine, machinesOf(labOf, machines));
  }

  private target(
    lab: LabRow,
    labs: readonly LabRow[],
    machine?: MachineRow,
    machines: readonly MachineRow[] = [],
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
