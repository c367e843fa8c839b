import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { ServiceDto } from './service.dto';
import { ServiceState } from './service-state';

@ApiTags('service')
@Controller('v1/service')
export class ServiceController {
  constructor(private readonly service: ServiceState) {}

  /** Shows the versions and the state of the parts of this service. */
  @Can('service.manage', 'network')
  @ZodResponse({ type: ServiceDto })
  @Get()
  show() {
    return this.service.get();
  }
}
