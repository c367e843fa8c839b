import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, SpoolId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import {
  CorrectionDto,
  CreateFilamentDto,
  CreateSpoolDto,
  FilamentDto,
  FilamentListDto,
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

  @Get('filaments')
  @Can('material.read', 'network')
  @ZodResponse({ type: FilamentListDto })
  listFilaments() {
    return this.materials.listFilaments();
  }

  @Post('filaments')
  @Can('material.manage', 'network')
  @ZodResponse({ status: 201, type: FilamentDto })
  createFilament(@Body() body: CreateFilamentDto) {
    return this.materials.createFilament(body);
  }

  /** What can be asked for in a lab: what is on its spools. Without weights, which are the staff's. */
  @Get('labs/:id/materials')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabMaterialListDto })
  listMaterials(@Param('id') id: LabId) {
    return this.materials.listMaterials(id);
  }

  @Get('labs/:id/spools')
  @Can('material.read', 'lab')
  @ZodResponse({ type: SpoolListDto })
  listSpools(@Param('id') id: LabId) {
    return this.materials.listSpools(id);
  }

  @Post('labs/:id/spools')
  @Can('material.manage', 'lab')
  @ZodResponse({ status: 201, type: SpoolDto })
  createSpool(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: LabId,
    @Body() body: CreateSpoolDto,
  ) {
    return this.materials.createSpool(account, id, body);
  }

  @Get('spools/:id/movements')
  @Can('material.read', 'spool')
  @ZodResponse({ type: MovementListDto })
  listMovements(@Param('id') id: SpoolId) {
    return this.materials.listMovements(id);
  }

  @Post('spools/:id/corrections')
  @Can('material.manage', 'spool')
  @ZodResponse({ status: 201, type: MovementListDto })
  correct(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: SpoolId,
    @Body() body: CorrectionDto,
  ) {
    return this.materials.correct(account, id, body);
  }
}
