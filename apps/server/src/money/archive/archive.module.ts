import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { archiveAudit } from './archive.audit';
import { archiveFaults } from './archive.faults';
import { ArchivesController } from './archives.controller';
import { ArchivesService } from './archives.service';

/** Yearly archives, which can be read and verified without the service. */
@Module({ controllers: [ArchivesController], providers: [ArchivesService] })
export class ArchiveModule {}

export const archive = {
  module: ArchiveModule,
  auditWords: [archiveAudit],
  faults: [archiveFaults],
} satisfies Feature;
