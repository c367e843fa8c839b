import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../accounts/access';
import {
  MachineKindChangesDto,
  MachineKindDto,
  MachineKindListDto,
  MachineKindParamDto,
  NewMachineKindDto,
} from './inductions.dto';
import { MachineKindsService } from './machine-kinds.service';

@ApiTags('inductions')
@Controller('v1/machine-kinds')
export class MachineKindsController {
  constructor(private readonly kinds: MachineKindsService) {}

  @ApiOperation({ summary: 'Kinds of machine, and for which an induction is required' })
  @Can('machine-kind.read', 'network')
  @ZodResponse({ type: MachineKindListDto })
  @Get()
  async list() {
    const items = await this.kinds.list();
    return { items, total: items.length };
  }

  @ApiOperation({ summary: 'Make a kind of machine' })
  @Can('machine-kind.manage', 'network')
  @ZodResponse({ status: 201, type: MachineKindDto })
  @Post()
  create(@Body() body: NewMachineKindDto) {
    return this.kinds.create(body);
  }

  @ApiOperation({ summary: 'Change what a kind of machine is called, or whether an induction is required' })
  @Can('machine-kind.manage', 'network')
  @ZodResponse({ type: MachineKindDto })
  @Patch(':code')
  change(@Param() { code }: MachineKindParamDto, @Body() body: MachineKindChangesDto) {
    return this.kinds.change(code, body);
  }
}
