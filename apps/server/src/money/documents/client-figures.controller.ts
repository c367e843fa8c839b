import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ClientFiguresService } from './client-figures.service';
import { ClientFiguresDto } from './papers.dto';

/** What clients bought and owe. */
@ApiTags('billing')
@Controller('v1/organisations')
export class ClientFiguresController {
  constructor(private readonly figures: ClientFiguresService) {}

  /** Shows what a client bought and owes: issued documents only. */
  @Get(':id/figures')
  @Can('invoice.read', 'network')
  @ZodResponse({ type: ClientFiguresDto })
  @Faults('ORGANISATION.UNKNOWN')
  read(@PathId() id: OrganisationId) {
    return this.figures.of(id);
  }
}
