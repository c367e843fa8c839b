import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JobId, MemberId, PrestationId, ProjectId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { demandKnown } from '../../people/members/known';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findProject } from './find-project';
import { offeredJobs } from './offered-jobs';
import { ProjectLinks } from './project-links.service';
import { jobView } from './project-view';
import { AddPrestationDto, ProjectJobChoicesDto } from './projects.dto';

/** What belongs to a project. */
@ApiTags('projects')
@Controller('v1/projects/:id')
export class ProjectLinksController {
  constructor(
    private readonly links: ProjectLinks,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly read: ReadDatabase,
  ) {}

  /** Adds a member to a project. */
  @Put('people/:memberId')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('MEMBER.NOT_KNOWN', 'MEMBER.UNKNOWN', 'PROJECT.UNKNOWN')
  async addPerson(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: ProjectId,
    @PathId('memberId') memberId: MemberId,
  ): Promise<void> {
    await demandKnown(this.labsOfMembers, this.read.manager, account, memberId);
    await this.links.addPerson(id, memberId);
  }

  /** Removes a member from a project. */
  @Delete('people/:memberId')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.UNKNOWN')
  async removePerson(@PathId() id: ProjectId, @PathId('memberId') memberId: MemberId): Promise<void> {
    await this.links.removePerson(id, memberId);
  }

  /** Lists prints that can be added: of the project’s people, group and client orders, the latest first. */
  @Get('job-choices')
  @Can('project.manage', 'project')
  @ZodResponse({ type: ProjectJobChoicesDto })
  @Faults('PROJECT.UNKNOWN')
  async jobChoices(@PathId() id: ProjectId) {
    const { manager } = this.read;
    const jobs = await offeredJobs(manager, await findProject(manager, id));
    return { items: jobs.map(jobView) };
  }

  /** Adds a print to a project. */
  @Put('jobs/:jobId')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.JOB_NOT_OFFERED', 'PROJECT.JOB_USED', 'PROJECT.UNKNOWN')
  async addJob(@PathId() id: ProjectId, @PathId('jobId') jobId: JobId): Promise<void> {
    await this.links.addJob(id, jobId);
  }

  /** Removes a print from a project. */
  @Delete('jobs/:jobId')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.UNKNOWN')
  async removeJob(@PathId() id: ProjectId, @PathId('jobId') jobId: JobId): Promise<void> {
    await this.links.removeJob(id, jobId);
  }

  /** Adds a client order to a project, by its reference: of its lab or its organisation, for those who see no other. */
  @Post('prestations')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.PRESTATION_UNKNOWN', 'PROJECT.PRESTATION_USED', 'PROJECT.UNKNOWN')
  async addPrestation(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: ProjectId,
    @Body() { reference }: AddPrestationDto,
  ): Promise<void> {
    await this.links.addPrestation(account, id, reference);
  }

  /** Removes a client order from a project. */
  @Delete('prestations/:prestationId')
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.UNKNOWN')
  async removePrestation(
    @PathId() id: ProjectId,
    @PathId('prestationId') prestationId: PrestationId,
  ): Promise<void> {
    await this.links.removePrestation(id, prestationId);
  }
}
