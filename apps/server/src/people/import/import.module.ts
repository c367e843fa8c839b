import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { ExportService } from './export.service';
import { importAudit } from './import.audit';
import { importFaults } from './import.faults';
import { ImportHolds } from './import-holds';
import { ImportRegistrations } from './import-registrations';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { MemberImport } from './member-import.entity';
import { UndoImportService } from './undo-import.service';

/** Import of members from a file, and export to a file. */
@Module({
  controllers: [ImportsController],
  providers: [ExportService, ImportHolds, ImportRegistrations, ImportsService, UndoImportService],
  exports: [ImportHolds],
})
export class ImportModule {}

export const memberImports = {
  module: ImportModule,
  tables: [MemberImport],
  auditWords: [importAudit],
  faults: [importFaults],
} satisfies Feature;
