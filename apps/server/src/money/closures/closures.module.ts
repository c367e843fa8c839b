import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { ChainModule } from '../chain/chain.module';
import { chainedClosures } from './chained-closures';
import { Closure } from './closure.entity';
import { closuresAudit } from './closures.audit';
import { ClosuresController } from './closures.controller';
import { closuresFaults } from './closures.faults';
import { Closures1764500154000 } from './closures.migration';
import { ClosuresService } from './closures.service';

/** Closures of days, months and years. */
@Module({
  imports: [ChainModule],
  controllers: [ClosuresController],
  providers: [ClosuresService],
  exports: [ClosuresService],
})
export class ClosuresModule {}

export const closures = {
  module: ClosuresModule,
  tables: [Closure],
  migrations: [Closures1764500154000],
  chained: [chainedClosures],
  auditWords: [closuresAudit],
  faults: [closuresFaults],
} satisfies Feature;
