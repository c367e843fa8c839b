import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import type { Organisation } from './organisation.entity';
import {
  NewOrganisationDto,
  OrganisationChangesDto,
  OrganisationDto,
  OrganisationListDto,
  OrganisationSearchDto,
  type OrganisationView,
} from './organisations.dto';
import { OrganisationsService } from './organisations.service';

const viewOrganisation = (organisation: Organisation): OrganisationView => ({
  ...organisation,
  createdAt: toIso(organisation.createdAt),
});

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  /** Lists organisations, by name if no other order is requested; optionally of one kind. */
  @Can('organisation.read', 'network')
  @ZodResponse({ type: OrganisationListDto })
  @Get()
  async list(@Query() query: OrganisationSearchDto) {
    const { items, ...where } = await this.organisations.list(query);
    return { items: items.map(viewOrganisation), ...where };
  }

  /** Registers a client, such as a business, a school, a public body or a private person. */
  @Can('organisation.manage', 'network')
  @ZodResponse({ status: 201, type: OrganisationDto })
  @Post()
  @Faults('ORGANISATION.NUMBERS_DISAGREE', 'ORGANISATION.PERSON_NUMBERS', 'ORGANISATION.SIRET_MISSING')
  async create(@Body() body: NewOrganisationDto) {
    return viewOrganisation(await this.organisations.create(body));
  }

  /** Shows one organisation. */
  @Can('organisation.read', 'network')
  @ZodResponse({ type: OrganisationDto })
  @Get(':id')
  @Faults('ORGANISATION.UNKNOWN')
  async get(@PathId() id: OrganisationId) {
    return viewOrganisation(await this.organisations.get(id));
  }

  /** Changes the fields of an organisation that are in the request. */
  @Can('organisation.manage', 'network')
  @ZodResponse({ type: OrganisationDto })
  @Patch(':id')
  @Faults(
    'ORGANISATION.NUMBERS_DISAGREE',
    'ORGANISATION.PERSON_NUMBERS',
    'ORGANISATION.SIRET_MISSING',
    'ORGANISATION.UNKNOWN',
  )
  async change(@PathId() id: OrganisationId, @Body() body: OrganisationChangesDto) {
    return viewOrganisation(await this.organisations.change(id, body));
  }
}
