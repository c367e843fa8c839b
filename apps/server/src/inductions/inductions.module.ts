import { Module } from '@nestjs/common';
import { InductionsController } from './inductions.controller';
import { InductionsService } from './inductions.service';
import { MachineKindsController } from './machine-kinds.controller';
import { MachineKindsService } from './machine-kinds.service';

/** The right to use a kind of machine. */
@Module({
  controllers: [InductionsController, MachineKindsController],
  providers: [InductionsService, MachineKindsService],
})
export class InductionsModule {}
