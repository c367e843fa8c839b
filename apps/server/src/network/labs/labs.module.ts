import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { LinkModule } from '../link/link.module';
import { Lab } from './lab.entity';
import { LabComputers } from './lab-computers';
import { LabRegistrations } from './lab-registrations';
import { LabWords1764350900000 } from './lab-words.migration';
import { labsAudit } from './labs.audit';
import { LabsController } from './labs.controller';
import { labsFaults } from './labs.faults';
import { LabsService } from './labs.service';
import { matchLab } from './request-matching';

@Module({
  imports: [LinkModule],
  controllers: [LabsController],
  providers: [LabComputers, LabRegistrations, LabsService],
  exports: [LabComputers, LabsService],
})
export class LabsModule {}

export const labs = {
  module: LabsModule,
  tables: [Lab],
  migrations: [LabWords1764350900000],
  queueJobs: [matchLab],
  auditWords: [labsAudit],
  faults: [labsFaults],
} satisfies Feature;
