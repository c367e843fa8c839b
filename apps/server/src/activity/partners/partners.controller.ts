import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  NeighbourhoodListDto,
  PartnerListDto,
  PartnerSearchDto,
  PartnerStateDto,
  PutPartnerDto,
} from './partners.dto';
import { PartnersService } from './partners.service';

/** Organisations that the labs work with: schools, other public digital spaces, associations. */
@ApiTags('partners')
@Controller('v1')
export class PartnersController {
  constructor(private readonly partners: PartnersService) {}

  /** Lists the partners by name. */
  @Get('partners')
  @Can('partner.read', 'network')
  @ZodResponse({ type: PartnerListDto })
  list(@Query() query: PartnerSearchDto) {
    return this.partners.list(query);
  }

  /** Lists names of neighbourhoods to choose from: of partners, and those that at least five members gave. */
  @Get('partners/neighbourhoods')
  @Can('partner.read', 'network')
  @ZodResponse({ type: NeighbourhoodListDto })
  async neighbourhoods() {
    return { items: await this.partners.neighbourhoods() };
  }

  /** Shows what is known of an organisation as a partner. */
  @Get('organisations/:id/partner')
  @Can('partner.read', 'network')
  @ZodResponse({ type: PartnerStateDto })
  @Faults('ORGANISATION.UNKNOWN')
  async get(@PathId() id: OrganisationId) {
    return { partner: await this.partners.get(id) };
  }

  /** Makes an organisation a partner, or changes what is known of it. */
  @Put('organisations/:id/partner')
  @Can('partner.manage', 'network')
  @ZodResponse({ type: PartnerStateDto })
  @Faults('ORGANISATION.UNKNOWN', 'PARTNER.CHANGED')
  async put(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: OrganisationId,
    @Body() body: PutPartnerDto,
  ) {
    await this.partners.put(accountId, id, body);
    return { partner: await this.partners.get(id) };
  }

  /** Takes an organisation from the list of partners; it stays an organisation. */
  @Delete('organisations/:id/partner')
  @HttpCode(204)
  @Can('partner.manage', 'network')
  async remove(@PathId() id: OrganisationId): Promise<void> {
    await this.partners.remove(id);
  }
}
