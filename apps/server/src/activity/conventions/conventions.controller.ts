import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ConventionId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  ConventionDto,
  ConventionHeadingDto,
  ConventionListDto,
  InstalmentsDto,
  NewConventionDto,
  ObjectivesDto,
} from './conventions.dto';
import { ConventionsService } from './conventions.service';

/** Agreements with a city and the State. */
@ApiTags('activity')
@Controller('v1/conventions')
export class ConventionsController {
  constructor(private readonly conventions: ConventionsService) {}

  /** Lists the agreements, the latest first. */
  @Get()
  @Can('convention.read', 'network')
  @ZodResponse({ type: ConventionListDto })
  list() {
    return this.conventions.list();
  }

  /** Adds an agreement, empty or with the objectives of the model. */
  @Post()
  @Can('convention.manage', 'network')
  @ZodResponse({ status: 201, type: ConventionDto })
  create(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: NewConventionDto) {
    return this.conventions.create(accountId, body);
  }

  /** Shows an agreement with its objectives, indicators, targets and instalments. */
  @Get(':id')
  @Can('convention.read', 'network')
  @ZodResponse({ type: ConventionDto })
  @Faults('CONVENTION.UNKNOWN')
  get(@PathId() id: ConventionId) {
    return this.conventions.get(id);
  }

  /** Changes title, parties and days of an agreement. */
  @Patch(':id')
  @Can('convention.manage', 'network')
  @ZodResponse({ type: ConventionDto })
  @Faults('CONVENTION.CHANGED', 'CONVENTION.UNKNOWN')
  change(@PathId() id: ConventionId, @Body() body: ConventionHeadingDto) {
    return this.conventions.change(id, body);
  }

  /** Replaces the objectives of an agreement, with their indicators and targets. Presented reports keep theirs. */
  @Put(':id/objectives')
  @Can('convention.manage', 'network')
  @ZodResponse({ type: ConventionDto })
  @Faults('CONVENTION.CHANGED', 'CONVENTION.INDICATOR_UNFIT', 'CONVENTION.UNKNOWN', 'CONVENTION.VALUE_UNFIT')
  setObjectives(@PathId() id: ConventionId, @Body() { version, objectives }: ObjectivesDto) {
    return this.conventions.setObjectives(id, version, objectives);
  }

  /** Replaces the instalments of the subsidy, with the days on which they were received. */
  @Put(':id/instalments')
  @Can('convention.manage', 'network')
  @ZodResponse({ type: ConventionDto })
  @Faults('CONVENTION.CHANGED', 'CONVENTION.UNKNOWN')
  setInstalments(@PathId() id: ConventionId, @Body() { version, instalments }: InstalmentsDto) {
    return this.conventions.setInstalments(id, version, instalments);
  }

  /** Deletes an agreement that was added by mistake, while no report was made from it. */
  @Delete(':id')
  @HttpCode(204)
  @Can('convention.manage', 'network')
  @Faults('CONVENTION.HAS_REPORTS', 'CONVENTION.UNKNOWN')
  async delete(@PathId() id: ConventionId): Promise<void> {
    await this.conventions.delete(id);
  }
}
