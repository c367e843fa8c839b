import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import { MembersModule } from '../../people/members/members.module';
import type { Feature } from '../../platform/kit/feature';
import { Project, ProjectJob, ProjectPerson, ProjectPrestation } from './project.entities';
import { ProjectLinksController } from './project-links.controller';
import { ProjectLinks } from './project-links.service';
import { ProjectPicturesController } from './project-pictures.controller';
import { ProjectPictures } from './project-pictures.service';
import { ProjectRegistrations } from './project-registrations';
import { projectsAudit } from './projects.audit';
import { ProjectsController } from './projects.controller';
import { projectsFaults } from './projects.faults';
import { Projects1764500214000 } from './projects.migration';
import { ProjectsService } from './projects.service';

/** Projects to which sessions, prints and client orders belong. */
@Module({
  imports: [ImportModule, MembersModule],
  controllers: [ProjectLinksController, ProjectPicturesController, ProjectsController],
  providers: [ProjectLinks, ProjectPictures, ProjectRegistrations, ProjectsService],
})
export class ProjectsModule {}

export const projects = {
  module: ProjectsModule,
  tables: [Project, ProjectPerson, ProjectJob, ProjectPrestation],
  migrations: [Projects1764500214000],
  auditWords: [projectsAudit],
  faults: [projectsFaults],
} satisfies Feature;
