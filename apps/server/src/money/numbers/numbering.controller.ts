import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { NumberingChangesDto, NumberingDto } from './numbering.dto';
import { NumberingService } from './numbering.service';

/** How documents are numbered. */
@ApiTags('billing')
@Controller('v1/settings/numbering')
export class NumberingController {
  constructor(private readonly numbering: NumberingService) {}

  /** Shows the prefix of each kind of document, the next number, and the codes of labs. */
  @Get()
  @Can('seller.read', 'network')
  @ZodResponse({ type: NumberingDto })
  show() {
    return this.numbering.show();
  }

  /** Changes prefixes and codes of labs. Numbers that are already given do not change. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: NumberingDto })
  @Faults('NUMBERING.LAB_CODE_TAKEN', 'NUMBERING.PREFIX_TAKEN', 'NUMBERING.TOO_LONG')
  save(@Body() body: NumberingChangesDto) {
    return this.numbering.save(body);
  }
}
