import { Module } from '@nestjs/common';
import { MaterialsController } from './materials.controller';
import { MaterialsService } from './materials.service';
import { SpoolLoading } from './spool-loading';

@Module({
  controllers: [MaterialsController],
  providers: [MaterialsService, SpoolLoading],
  exports: [SpoolLoading],
})
export class MaterialsModule {}
