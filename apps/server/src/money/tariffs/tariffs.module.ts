import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Tariff, TariffVersion } from './tariff.entities';
import { TariffDay1764440000000 } from './tariff-day.migration';
import { tariffsAudit } from './tariffs.audit';
import { tariffsFaults } from './tariffs.faults';
import { TariffsService } from './tariffs.service';

/** Dated prices. */
@Module({ providers: [TariffsService], exports: [TariffsService] })
export class TariffsModule {}

export const tariffs = {
  module: TariffsModule,
  tables: [Tariff, TariffVersion],
  migrations: [TariffDay1764440000000],
  auditWords: [tariffsAudit],
  faults: [tariffsFaults],
} satisfies Feature;
