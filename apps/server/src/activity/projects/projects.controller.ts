import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { labsAllowed } from '@pandafab/domain';
import type { ProjectId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findProject } from './find-project';
import { detailOf, viewsOf } from './project-view';
import {
  NewProjectDto,
  ProjectChangesDto,
  type ProjectDetail,
  ProjectDto,
  ProjectListDto,
  ProjectSearchDto,
  ProjectStepDto,
} from './projects.dto';
import { ProjectsService } from './projects.service';

@ApiTags('projects')
@Controller('v1/projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly read: ReadDatabase,
  ) {}

  /** Lists the projects of your labs, the latest beginning first. */
  @Get()
  @Can('project.read', 'network')
  @ZodResponse({ type: ProjectListDto })
  async list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: ProjectSearchDto) {
    const found = await this.projects.list(query, labsAllowed(account, 'project.read'));
    return { ...found, items: await viewsOf(this.read.manager, found.items) };
  }

  /** Creates a project. */
  @Post()
  @Can('project.manage', 'network')
  @ZodResponse({ status: 201, type: ProjectDto })
  @Faults('AUTH.OTHER_LAB', 'GROUP.UNKNOWN', 'LAB.UNKNOWN', 'ORGANISATION.UNKNOWN')
  async create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewProjectDto) {
    demandIn(account, 'project.manage', body.labId);
    const { id } = await this.projects.create(account, body);
    return this.detail(id);
  }

  /** Shows a project with its people, sessions, prints and client orders. */
  @Get(':id')
  @Can('project.read', 'project')
  @ZodResponse({ type: ProjectDto })
  @Faults('PROJECT.UNKNOWN')
  get(@PathId() id: ProjectId) {
    return this.detail(id);
  }

  /** Changes the fields of a project that are in the request. */
  @Patch(':id')
  @Can('project.manage', 'project')
  @ZodResponse({ type: ProjectDto })
  @Faults('GROUP.UNKNOWN', 'ORGANISATION.UNKNOWN', 'PROJECT.CHANGED', 'PROJECT.UNKNOWN')
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: ProjectId,
    @Body() { version, ...changes }: ProjectChangesDto,
  ) {
    await this.projects.change(account, id, version, changes);
    return this.detail(id);
  }

  /** Begins, finishes, stops or resumes a project. */
  @Post(':id/steps')
  @HttpCode(200)
  @Can('project.manage', 'project')
  @ZodResponse({ type: ProjectDto })
  @Faults('PROJECT.CHANGED', 'PROJECT.STEP_REFUSED', 'PROJECT.UNKNOWN')
  async move(@PathId() id: ProjectId, @Body() { step, version }: ProjectStepDto) {
    await this.projects.move(id, version, step);
    return this.detail(id);
  }

  private async detail(id: ProjectId): Promise<ProjectDetail> {
    const { manager } = this.read;
    return detailOf(manager, await findProject(manager, id));
  }
}
