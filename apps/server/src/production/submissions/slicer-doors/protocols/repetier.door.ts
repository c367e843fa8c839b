import { Injectable } from '@nestjs/common';
import type { GroupId } from '@pandafab/shared';
import { GroupsService } from '../../../../people/groups/groups.service';
import { type Answer, type Call, type Door, type DoorRoute, decoded, isYes } from '../door';
import { SlicerTargets, type Target } from '../targets.service';
import { SlicerUploading } from './uploading.service';

/** In the picker of machines: whichever fits. */
const ANY = 'any';
/** In the picker of groups: none. */
const NO_GROUP = '#';

/** Moonraker has the same address, and its clients read `result`. */
const INFO = {
  ...{ name: 'PandaFab', software: 'Repetier-Server', version: '1.4.0' },
  result: { state: 'ready', state_message: 'Printer is ready', hostname: 'pandafab' },
};

/** Repetier-Server: its picker of printers lists machines, and its picker of groups those that the member leads. */
@Injectable()
export class RepetierDoor implements Door {
  constructor(
    private readonly uploading: SlicerUploading,
    private readonly targets: SlicerTargets,
    private readonly groups: GroupsService,
  ) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^printer\/info$/, answer: () => ({ status: 200, json: INFO }) },
    { method: 'GET', path: /^printer\/list$/, answer: (call) => this.list(call) },
    { method: 'GET', path: /^printer\/api\/([^/]+)$/, answer: (call) => this.groupNames(call) },
    { method: 'POST', path: /^printer\/api\/([^/]+)$/, answer: (call) => this.groupNames(call) },
    { method: 'POST', path: /^printer\/model\/([^/]+)$/, answer: (call) => this.upload(call, false) },
    { method: 'POST', path: /^printer\/job\/([^/]+)$/, answer: (call) => this.upload(call, true) },
  ];

  private async list({ target }: Call): Promise<Answer> {
    const machines = await this.targets.machinesIn(target);
    const any = target.machineId === null ? [{ slug: ANY, name: target.labName }] : [];
    const data = [...any, ...machines.map(({ slug, name }) => ({ slug, name }))];
    const state = { active: true, online: 1, job: 'none' };
    return { status: 200, json: { data: data.map((each) => ({ ...each, ...state })) } };
  }

  private async groupNames(call: Call): Promise<Answer> {
    const names = (await this.leading(call)).map(({ name }) => name);
    return { status: 200, json: { ok: true, groupNames: [NO_GROUP, ...names] } };
  }

  private async upload(call: Call, isJob: boolean): Promise<Answer> {
    const target = await this.targetOf(call);
    const groups = await this.leading(call);
    const groupOf = (fields: ReadonlyMap<string, string>): GroupId | undefined =>
      groups.find(({ name }) => name === fields.get('group'))?.id;
    const shouldPrint = (fields: ReadonlyMap<string, string>) =>
      isJob && isYes(fields.get('autostart') ?? 'true');
    await this.uploading.form({ ...call, target }, { shouldPrint, groupOf });
    return { status: 200, json: { ok: true } };
  }

  /** The groups for which the member may submit. */
  private async leading({ caller: { account } }: Call) {
    const groups = await this.groups.of(account.memberId);
    return groups.filter(({ leads, archivedAt }) => leads && archivedAt === null);
  }

  private async targetOf({ target, params: [slug = ANY] }: Call): Promise<Target> {
    if (slug === ANY || target.machineId !== null) return target;
    return this.targets.find(target.labId, decoded(slug));
  }
}
