import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CreateLabDto, LabDto, LabListDto, ReleaseLabDto, UpdateLabDto } from './labs.dto';
import { LabsService } from './labs.service';

@ApiTags('labs')
@Controller('v1')
export class LabsController {
  constructor(private readonly labs: LabsService) {}

  /** Lists all labs. */
  @Get('labs')
  @Can('lab.read', 'network')
  @ZodResponse({ type: LabListDto })
  list() {
    return this.labs.list();
  }

  /** Creates a lab. */
  @Post('labs')
  @Can('lab.manage', 'network')
  @ZodResponse({ status: 201, type: LabDto })
  create(@Body() body: CreateLabDto) {
    return this.labs.create(body);
  }

  /** Changes the fields of a lab that are in the request. */
  @Patch('labs/:id')
  @Can('lab.manage', 'lab')
  @ZodResponse({ type: LabDto })
  @Faults('LAB.REGISTRATION_NEEDS_MAIL', 'LAB.UNKNOWN')
  update(@PathId() id: LabId, @Body() body: UpdateLabDto) {
    return this.labs.update(id, body);
  }

  /** Releases the queue of a lab that was held after a restore, once staff have checked its machines. */
  @Post('labs/:id/release')
  @HttpCode(200)
  @Can('lab.release', 'lab')
  @ZodResponse({ status: 200, type: LabDto })
  @Faults('LAB.HOLD_CHANGED', 'LAB.UNKNOWN')
  release(@PathId() id: LabId, @Body() { since }: ReleaseLabDto) {
    return this.labs.release(id, Date.parse(since));
  }
}
