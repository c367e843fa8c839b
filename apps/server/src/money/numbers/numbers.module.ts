import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DocumentCounter, DocumentSeries, LabNumberCode } from './document-series.entities';
import { NumberingController } from './numbering.controller';
import { Numbering1764500011000 } from './numbering.migration';
import { NumberingService } from './numbering.service';
import { numbersAudit } from './numbers.audit';
import { numbersFaults } from './numbers.faults';

/** The numbers of documents and prestations. */
@Module({ controllers: [NumberingController], providers: [NumberingService] })
export class NumbersModule {}

export const documentNumbers = {
  module: NumbersModule,
  tables: [DocumentCounter, DocumentSeries, LabNumberCode],
  migrations: [Numbering1764500011000],
  auditWords: [numbersAudit],
  faults: [numbersFaults],
} satisfies Feature;
