import { Injectable } from '@nestjs/common';
import { isAllowedIn } from '@pandafab/domain';
import type { LabId, MachineId } from '@pandafab/shared';
import { MachineViews } from '../../network/machines/machine-views';
import type { CreateMachineDto } from '../../network/machines/machines.dto';
import { MachinesService } from '../../network/machines/machines.service';
import { ServiceDue } from '../../network/maintenance/service-due';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { type NextJob, NextJobs } from '../matching/next-jobs';

/** Machines as the API shows them: the network's data, and the next job of each. */
@Injectable()
export class MachinesWithJobs {
  constructor(
    private readonly machines: MachinesService,
    private readonly views: MachineViews,
    private readonly nextJobs: NextJobs,
    private readonly services: ServiceDue,
    private readonly database: ReadDatabase,
  ) {}

  /** @param retired `with`: also the machines that are no longer used */
  async list(account: CurrentAccountInfo, labId: LabId, retired: 'with' | 'without' = 'without') {
    const machines = await this.views.list(account, labId, retired);
    const next = await this.nextIn(account, labId);
    const due = await this.dueAmong(machines.map(({ id }) => id));
    const items = machines.map((machine) => ({
      ...machine,
      serviceDue: due.has(machine.id),
      nextJob: next.get(machine.id) ?? null,
    }));
    return { items, total: items.length };
  }

  /** @throws Fault MACHINE.UNKNOWN */
  async get(account: CurrentAccountInfo, id: MachineId) {
    const machine = await this.views.get(account, id);
    const next = await this.nextIn(account, machine.labId);
    const serviceDue = (await this.dueAmong([id])).has(id);
    return { ...machine, serviceDue, nextJob: next.get(id) ?? null };
  }

  /** @throws what `MachinesService.create` throws */
  async create(account: CurrentAccountInfo, labId: LabId, fields: CreateMachineDto) {
    const { machine, bridge } = await this.machines.create(labId, fields);
    return { ...this.views.view(account, machine), serviceDue: false, nextJob: null, bridge };
  }

  private dueAmong(ids: readonly MachineId[]): Promise<ReadonlySet<MachineId>> {
    return this.services.among(this.database.manager, ids);
  }

  /** The next job of each machine of a lab, for an account that may see all jobs of the lab. */
  private async nextIn(account: CurrentAccountInfo, labId: LabId): Promise<ReadonlyMap<MachineId, NextJob>> {
    return isAllowedIn(account, 'job.read-any', labId) ? this.nextJobs.of(labId) : new Map();
  }
}
