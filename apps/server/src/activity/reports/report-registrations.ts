import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import { ReportFile } from './report.entities';

/** Registers that files of reports are kept. */
@Injectable()
export class ReportRegistrations implements OnModuleInit {
  constructor(private readonly contents: ContentReferences) {}

  onModuleInit(): void {
    this.contents.register('reportFiles', { entity: ReportFile, column: 'sha256' });
  }
}
