import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, SpoolId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  CorrectionDto,
  CreateSpoolDto,
  LabColourListDto,
  LabColourQueryDto,
  LabMaterialListDto,
  MovementListDto,
  SpoolDto,
  SpoolListDto,
} from './materials.dto';
import { MaterialsService } from './materials.service';

@ApiTags('materials')
@Controller('v1')
export class MaterialsController {
  constructor(private readonly materials: MaterialsService) {}

  /**
   * Lists the materials on the lab’s spools, from which makers choose. The grams left are shown to staff only.
   */
  @Get('labs/:id/materials')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabMaterialListDto })
  listMaterials(@PathId() id: LabId) {
    return this.materials.listMaterials(id);
  }

  /** Lists the colours on the lab’s spools, from which makers choose, those on its machines first. */
  @Get('labs/:id/colours')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabColourListDto })
  listColours(@PathId() id: LabId, @Query() { material }: LabColourQueryDto) {
    return this.materials.listColours(id, material);
  }

  /** Lists the spools of a lab with the grams left on each. */
  @Get('labs/:id/spools')
  @Can('material.read', 'lab')
  @ZodResponse({ type: SpoolListDto })
  listSpools(@PathId() id: LabId) {
    return this.materials.listSpools(id);
  }

  /** Adds a spool to a lab. */
  @Post('labs/:id/spools')
  @Can('material.manage', 'lab')
  @ZodResponse({ status: 201, type: SpoolDto })
  @Faults('LAB.UNKNOWN', 'MATERIAL.FILAMENT_RETIRED', 'MATERIAL.FILAMENT_UNKNOWN')
  createSpool(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: LabId,
    @Body() body: CreateSpoolDto,
  ) {
    return this.materials.createSpool(account, id, body);
  }

  /** Lists the movements of a spool, oldest first. Their sum is the grams left. */
  @Get('spools/:id/movements')
  @Can('material.read', 'spool')
  @ZodResponse({ type: MovementListDto })
  @Faults('MATERIAL.SPOOL_UNKNOWN')
  listMovements(@PathId() id: SpoolId) {
    return this.materials.listMovements(id);
  }

  /** Corrects the grams left on a spool, with a note. The correction is recorded as a movement. */
  @Post('spools/:id/corrections')
  @Can('material.manage', 'spool')
  @ZodResponse({ status: 201, type: MovementListDto })
  @Faults('MATERIAL.BELOW_ZERO', 'MATERIAL.SPOOL_UNKNOWN')
  correct(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: SpoolId, @Body() body: CorrectionDto) {
    return this.materials.correct(account, id, body);
  }
}
