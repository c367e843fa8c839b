import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../../platform/http/access';
import { toIso } from '../../../platform/http/fields';
import { PathId } from '../../../platform/http/path-params';
import { WantedChangesDto } from './wanted-changes.dto';
import { WantedChanges } from './wanted-changes.service';

@ApiTags('labs')
@Controller('v1')
export class WantedChangesController {
  constructor(private readonly changes: WantedChanges) {}

  /** Lists the spools that should be changed in a lab, the longest wanted first: machines print what they can until then. */
  @Get('labs/:id/wanted-changes')
  @Can('material.read', 'lab')
  @ZodResponse({ type: WantedChangesDto })
  async list(@PathId() id: LabId) {
    const rows = await this.changes.of(id);
    return {
      items: rows.map(({ machineId, load, jobs, jobId, since }) => ({
        ...{ machineId, load, jobs: Number(jobs), jobId, since: toIso(since) },
      })),
    };
  }
}
