import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FilamentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { FilamentsService } from './filaments.service';
import {
  CreateFilamentDto,
  FilamentChangesDto,
  FilamentDto,
  FilamentListDto,
  FilamentQueryDto,
} from './materials.dto';

@ApiTags('materials')
@Controller('v1/filaments')
export class FilamentsController {
  constructor(private readonly filaments: FilamentsService) {}

  /** Lists the filaments that the network knows, and how many spools have each. */
  @Can('material.read', 'network')
  @ZodResponse({ type: FilamentListDto })
  @Get()
  list(@Query() { retired }: FilamentQueryDto) {
    return this.filaments.list(retired === 'include');
  }

  /** Creates a filament: its material, brand, colour, diameter and density. */
  @Can('material.manage', 'network')
  @ZodResponse({ status: 201, type: FilamentDto })
  @Post()
  create(@Body() body: CreateFilamentDto) {
    return this.filaments.create(body);
  }

  /** Changes the fields of a filament that are in the request. Material and diameter stay while spools have it. */
  @Can('material.manage', 'network')
  @ZodResponse({ type: FilamentDto })
  @Patch(':id')
  @Faults('MATERIAL.FILAMENT_IN_USE', 'MATERIAL.FILAMENT_UNKNOWN')
  change(@PathId() id: FilamentId, @Body() body: FilamentChangesDto) {
    return this.filaments.change(id, body);
  }

  /** Retires a filament: no new spool can get it, and spools that have it keep it. */
  @Can('material.manage', 'network')
  @ZodResponse({ status: 200, type: FilamentDto })
  @HttpCode(200)
  @Post(':id/retire')
  @Faults('MATERIAL.FILAMENT_UNKNOWN')
  retire(@PathId() id: FilamentId) {
    return this.filaments.setRetired(id, true);
  }

  /** Makes a retired filament available again. */
  @Can('material.manage', 'network')
  @ZodResponse({ status: 200, type: FilamentDto })
  @HttpCode(200)
  @Post(':id/restore')
  @Faults('MATERIAL.FILAMENT_UNKNOWN')
  restore(@PathId() id: FilamentId) {
    return this.filaments.setRetired(id, false);
  }
}
