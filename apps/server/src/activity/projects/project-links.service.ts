import { Injectable } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import { Fault, type JobId, type MemberId, newId, type PrestationId, type ProjectId } from '@pandafab/shared';
import { Prestation } from '../../money/prestations/prestation.entities';
import { Member } from '../../people/members/member.entity';
import { audit } from '../../platform/audit/audit';
import type { AuditAction } from '../../platform/audit/audit-words';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findProject } from './find-project';
import { isOffered } from './offered-jobs';
import { Project, ProjectJob, ProjectPerson, ProjectPrestation } from './project.entities';

/** The people, prints and client orders of projects. */
@Injectable()
export class ProjectLinks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Idempotent. @throws Fault PROJECT.UNKNOWN, MEMBER.UNKNOWN */
  addPerson(id: ProjectId, memberId: MemberId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: addedAt } = unit;
      const project = await findProject(manager, id);
      if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
      if (await manager.existsBy(ProjectPerson, { projectId: id, memberId })) return;
      const row = { id: newId<string>(), projectId: id, memberId, addedAt };
      await manager.createQueryBuilder().insert().into(ProjectPerson).values(row).orIgnore().execute();
      await note(unit, 'project.person-added', project, { after: { memberId } });
    });
  }

  /** Idempotent. @throws Fault PROJECT.UNKNOWN */
  removePerson(id: ProjectId, memberId: MemberId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const project = await findProject(unit.manager, id);
      const { affected } = await unit.manager.delete(ProjectPerson, { projectId: id, memberId });
      if (affected) await note(unit, 'project.person-removed', project, { before: { memberId } });
    });
  }

  /** Idempotent. @throws Fault PROJECT.UNKNOWN, PROJECT.JOB_NOT_OFFERED, PROJECT.JOB_USED */
  addJob(id: ProjectId, jobId: JobId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: addedAt } = unit;
      const project = await findProject(manager, id);
      const known = await manager.findOneBy(ProjectJob, { jobId });
      if (known?.projectId === id) return;
      if (!(await isOffered(manager, project, jobId))) throw new Fault('PROJECT.JOB_NOT_OFFERED');
      const row = { id: newId<string>(), projectId: id, jobId, addedAt };
      await manager.createQueryBuilder().insert().into(ProjectJob).values(row).orIgnore().execute();
      // Another project had it, or was faster.
      if (!(await manager.existsBy(ProjectJob, { projectId: id, jobId })))
        throw new Fault('PROJECT.JOB_USED');
      await note(unit, 'project.job-added', project, { after: { jobId } });
    });
  }

  /** Idempotent. @throws Fault PROJECT.UNKNOWN */
  removeJob(id: ProjectId, jobId: JobId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const project = await findProject(unit.manager, id);
      const { affected } = await unit.manager.delete(ProjectJob, { projectId: id, jobId });
      if (affected) await note(unit, 'project.job-removed', project, { before: { jobId } });
    });
  }

  /**
   * By its reference: staff of a lab do not see the list of client orders. References follow one another, and the page
   * shows the title and the prints of an order: staff who may not read client orders can add those of the project's lab
   * or organisation only. Idempotent.
   * @throws Fault PROJECT.UNKNOWN, PROJECT.PRESTATION_UNKNOWN {reference}, PROJECT.PRESTATION_USED
   */
  addPrestation(account: CurrentAccountInfo, id: ProjectId, reference: string): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: addedAt } = unit;
      const project = await findProject(manager, id);
      const prestation = await manager.findOneBy(Prestation, { reference: reference.toUpperCase() });
      if (!prestation || !isShown(account, project, prestation))
        throw new Fault('PROJECT.PRESTATION_UNKNOWN', { reference });
      const row = { id: newId<string>(), projectId: id, prestationId: prestation.id, addedAt };
      await manager.createQueryBuilder().insert().into(ProjectPrestation).values(row).orIgnore().execute();
      const found = await manager.findOneByOrFail(ProjectPrestation, { prestationId: prestation.id });
      if (found.projectId !== id) throw new Fault('PROJECT.PRESTATION_USED');
      if (found.id === row.id)
        await note(unit, 'project.prestation-added', project, { after: { prestationId: prestation.id } });
    });
  }

  /** Idempotent. @throws Fault PROJECT.UNKNOWN */
  removePrestation(id: ProjectId, prestationId: PrestationId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const project = await findProject(unit.manager, id);
      const { affected } = await unit.manager.delete(ProjectPrestation, { projectId: id, prestationId });
      if (affected) await note(unit, 'project.prestation-removed', project, { before: { prestationId } });
    });
  }
}

/** Whether an order may be named to an account by adding it to this project. */
const isShown = (account: CurrentAccountInfo, project: Project, order: Prestation): boolean =>
  isAllowed(account, 'prestation.read') ||
  order.labId === project.labId ||
  order.organisationId === project.organisationId;

type Values = Readonly<Record<string, string>>;
const note = (
  unit: Unit,
  action: AuditAction & `project.${string}`,
  { id, labId }: Project,
  change: { readonly before?: Values; readonly after?: Values },
): Promise<void> => audit(unit, { action, subject: ['project', id], labId, ...change });
