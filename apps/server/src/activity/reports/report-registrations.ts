import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import { ConventionHolds } from '../conventions/convention-holds';
import { Report, ReportFile } from './report.entities';

/** Registers that files of reports are kept, and the conventions of reports with them. */
@Injectable()
export class ReportRegistrations implements OnModuleInit {
  constructor(
    private readonly contents: ContentReferences,
    private readonly holds: ConventionHolds,
  ) {}

  onModuleInit(): void {
    this.contents.register('reportFiles', { entity: ReportFile, column: 'sha256' });
    this.holds.register((manager, conventionId) => manager.existsBy(Report, { conventionId }));
  }
}
