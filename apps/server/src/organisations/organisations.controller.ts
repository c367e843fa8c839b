import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../accounts/access';
import { toIso } from '../api/fields';
import type { Organisation } from './organisation.entity';
import {
  NewOrganisationDto,
  OrganisationChangesDto,
  OrganisationDto,
  OrganisationListDto,
  OrganisationParamDto,
  OrganisationSearchDto,
  type OrganisationView,
} from './organisations.dto';
import { OrganisationsService } from './organisations.service';

const view = (organisation: Organisation): OrganisationView => ({
  ...organisation,
  createdAt: toIso(organisation.createdAt),
});

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @ApiOperation({ summary: 'External clients, by name' })
  @Can('organisation.read', 'network')
  @ZodResponse({ type: OrganisationListDto })
  @Get()
  async list(@Query() query: OrganisationSearchDto) {
    const { items, ...where } = await this.organisations.list(query);
    return { items: items.map(view), ...where };
  }

  @ApiOperation({ summary: 'Register an external client' })
  @Can('organisation.manage', 'network')
  @ZodResponse({ status: 201, type: OrganisationDto })
  @Post()
  async create(@Body() body: NewOrganisationDto) {
    return view(await this.organisations.create(body));
  }

  @ApiOperation({ summary: 'One external client' })
  @Can('organisation.read', 'network')
  @ZodResponse({ type: OrganisationDto })
  @Get(':id')
  async get(@Param() { id }: OrganisationParamDto) {
    return view(await this.organisations.get(id));
  }

  @ApiOperation({ summary: 'Change what is given of an external client' })
  @Can('organisation.manage', 'network')
  @ZodResponse({ type: OrganisationDto })
  @Patch(':id')
  async change(@Param() { id }: OrganisationParamDto, @Body() body: OrganisationChangesDto) {
    return view(await this.organisations.change(id, body));
  }
}
