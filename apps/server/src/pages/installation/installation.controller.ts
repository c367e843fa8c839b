import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can } from '../../platform/http/access';
import { InstallationService } from './installation.service';

class InstallationDto extends createZodDto(
  z
    .object({
      lab: z.boolean(),
      computer: z.boolean().describe('True if a computer is connected to a lab'),
      machine: z.boolean(),
      spool: z.boolean().describe('True if a spool is on a machine'),
      seller: z.boolean().describe('True if the settings for invoices are recorded'),
      member: z.boolean().describe('True if there is another member than the first one'),
      print: z.boolean().describe('True if a print has ended well'),
    })
    .meta({ id: 'Installation' }),
) {}

@ApiTags('labs')
@Controller('v1/installation')
export class InstallationController {
  constructor(private readonly installation: InstallationService) {}

  /** Shows which steps of the installation are done, for an administrator’s first hour. */
  @Get()
  @Can('lab.manage', 'network')
  @ZodResponse({ type: InstallationDto })
  progress() {
    return this.installation.progress();
  }
}
