import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  AddLineDto,
  CreatePrestationDto,
  OpenPrestationListDto,
  PrestationDto,
  PrestationLineDto,
  PrestationListDto,
  PrestationSearchDto,
} from './prestation.dto';
import { PrestationsService } from './prestations.service';

@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationsController {
  constructor(private readonly prestations: PrestationsService) {}

  /** Lists the prestations (client orders) with their clients and sums, newest first unless `sort` says otherwise. */
  @Get()
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationListDto })
  list(@Query() search: PrestationSearchDto) {
    return this.prestations.list(search);
  }

  /** Creates a prestation (client order) for an organisation. */
  @Post()
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationDto })
  @Faults('BILLING.DATE_BEFORE_LAST', 'BILLING.ORGANISATION_UNKNOWN', 'BILLING.TARIFF_UNKNOWN')
  create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: CreatePrestationDto) {
    return this.prestations.create(account.accountId, body);
  }

  /** Lists the open prestations for which prints can be submitted, without lines and amounts. */
  @Get('open')
  @Can('job.submit-for-others', 'network')
  @ZodResponse({ type: OpenPrestationListDto })
  open() {
    return this.prestations.open();
  }

  /** Adds a line to a prestation by hand. Prints add their lines themselves when they are done. */
  @Post(':id/lines')
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationLineDto })
  @Faults('BILLING.ALREADY_INVOICED', 'BILLING.AMOUNT_TOO_LARGE')
  addLine(@PathId() id: PrestationId, @Body() body: AddLineDto) {
    return this.prestations.addLine(id, body);
  }
}
