import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathCode } from '../../platform/http/path-params';
import {
  MachineKindChangesDto,
  MachineKindDto,
  MachineKindListDto,
  NewMachineKindDto,
} from './machine-kinds.dto';
import { MachineKindsService } from './machine-kinds.service';

@ApiTags('inductions')
@Controller('v1/machine-kinds')
export class MachineKindsController {
  constructor(private readonly kinds: MachineKindsService) {}

  /** Lists the kinds of machine, and whether each requires an induction. */
  @Can('machine-kind.read', 'network')
  @ZodResponse({ type: MachineKindListDto })
  @Get()
  async list() {
    const items = await this.kinds.list();
    return { items, total: items.length };
  }

  /** Creates a kind of machine. */
  @Can('machine-kind.manage', 'network')
  @ZodResponse({ status: 201, type: MachineKindDto })
  @Post()
  @Faults('MACHINE.KIND_TAKEN')
  create(@Body() body: NewMachineKindDto) {
    return this.kinds.create(body);
  }

  /** Changes the names of a kind of machine, or whether it requires an induction. */
  @Can('machine-kind.manage', 'network')
  @ZodResponse({ type: MachineKindDto })
  @Patch(':code')
  @Faults('MACHINE.UNKNOWN_KIND')
  change(@PathCode() code: string, @Body() body: MachineKindChangesDto) {
    return this.kinds.change(code, body);
  }
}
