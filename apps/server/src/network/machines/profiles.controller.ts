import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { ProfileListDto } from './profiles.dto';
import { ProfilesService } from './profiles.service';

@ApiTags('machines')
@Controller('v1/profiles')
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  /** Lists the firmware profiles of this version, and the machines that use each. */
  @Can('machine.read-record', 'network')
  @ZodResponse({ type: ProfileListDto })
  @Get()
  async list() {
    const items = await this.profiles.list();
    return { items, total: items.length };
  }
}
