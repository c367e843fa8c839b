import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { BoardService } from './board.service';
import { OrderStateService } from './order-state.service';
import {
  BoardDto,
  BoardSearchDto,
  CreatePrestationDto,
  OpenPrestationListDto,
  OrderEventDto,
  PrestationChangesDto,
  PrestationDto,
  PrestationListDto,
  PrestationSearchDto,
  ResponsibleListDto,
} from './prestation.dto';
import { PrestationsService } from './prestations.service';

@ApiTags('billing')
@Controller('v1/prestations')
export class PrestationsController {
  constructor(
    private readonly prestations: PrestationsService,
    private readonly boards: BoardService,
    private readonly states: OrderStateService,
  ) {}

  /** Lists the prestations (client orders) with their clients and sums, newest first unless `sort` says otherwise. */
  @Get()
  @Can('prestation.read', 'network')
  @ZodResponse({ type: PrestationListDto })
  list(@Query() search: PrestationSearchDto) {
    return this.prestations.list(search);
  }

  /** Creates a prestation (client order) for an organisation or a person. */
  @Post()
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: PrestationDto })
  @Faults(
    'BILLING.DATE_BEFORE_LAST',
    'BILLING.ORGANISATION_UNKNOWN',
    'BILLING.TARIFF_UNKNOWN',
    'PRESTATION.LAB_UNKNOWN',
    'PRESTATION.RESPONSIBLE_UNKNOWN',
  )
  create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: CreatePrestationDto) {
    return this.prestations.create(account.accountId, body);
  }

  /** Shows the prestations in columns by state, the late ones first. */
  @Get('board')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: BoardDto })
  board(@Query() search: BoardSearchDto) {
    return this.boards.read(search);
  }

  /** Lists the prestations for which prints can be submitted, without lines and amounts. */
  @Get('open')
  @Can('job.submit-for-others', 'network')
  @ZodResponse({ type: OpenPrestationListDto })
  open() {
    return this.prestations.open();
  }

  /** Lists the people who can be responsible for a prestation, by name. */
  @Get('responsibles')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: ResponsibleListDto })
  responsibles() {
    return this.prestations.responsibles();
  }

  /** Changes the fields of a prestation that are in the request. */
  @Patch(':id')
  @Can('prestation.manage', 'network')
  @ZodResponse({ type: PrestationDto })
  @Faults(
    'BILLING.ALREADY_INVOICED',
    'BILLING.TARIFF_UNKNOWN',
    'PRESTATION.CANCELLED',
    'PRESTATION.LAB_UNKNOWN',
    'PRESTATION.RESPONSIBLE_UNKNOWN',
  )
  change(@PathId() id: PrestationId, @Body() body: PrestationChangesDto) {
    return this.prestations.change(id, body);
  }

  /** Records a step of the work, such as that it began or is delivered. */
  @Post(':id/state')
  @HttpCode(200)
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 200, type: PrestationDto })
  @Faults('PRESTATION.EVENT_REFUSED', 'PRESTATION.UNCREDITED')
  record(@PathId() id: PrestationId, @Body() { event }: OrderEventDto) {
    return this.states.record(id, event);
  }
}
