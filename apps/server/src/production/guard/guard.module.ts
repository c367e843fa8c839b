import { Module } from '@nestjs/common';
import { MachinesModule } from '../../network/machines/machines.module';
import type { Feature } from '../../platform/kit/feature';
import { GuardService } from './guard.service';

@Module({ imports: [MachinesModule], providers: [GuardService], exports: [GuardService] })
export class GuardModule {}

export const guard: Feature = { module: GuardModule };
