import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ApprovalRulesDto, SetApprovalRulesDto } from './approval-rules.dto';
import { ApprovalRulesService } from './approval-rules.service';

@ApiTags('labs')
@Controller('v1')
export class ApprovalRulesController {
  constructor(private readonly rules: ApprovalRulesService) {}

  /** Shows for which jobs a lab asks for the approval of its staff. */
  @Get('labs/:id/approval-rules')
  @Can('lab.read', 'network')
  @ZodResponse({ type: ApprovalRulesDto })
  @Faults('LAB.UNKNOWN')
  async get(@PathId() id: LabId) {
    const { materials, ...rules } = await this.rules.get(id);
    return { ...rules, materials: [...materials] };
  }

  /**
   * Replaces the approval rules of a lab. Null switches a rule off. Jobs that wait already keep what was decided when
   * they were submitted.
   */
  @Put('labs/:id/approval-rules')
  @Can('lab.set-queue', 'lab')
  @ZodResponse({ type: ApprovalRulesDto })
  @Faults('LAB.UNKNOWN')
  async set(@PathId() id: LabId, @Body() body: SetApprovalRulesDto) {
    await this.rules.set(id, body);
    return this.get(id);
  }
}
