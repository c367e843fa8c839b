import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JobId, Language, MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import { ReaderLanguage } from '../../../platform/http/words';
import { JobWhyService } from './job-why.service';
import { MachineWhyService } from './machine-why.service';
import { JobWhyDto, MachineWhyDto } from './why.dto';

@ApiTags('jobs')
@Controller('v1')
export class WhyController {
  constructor(
    private readonly jobs: JobWhyService,
    private readonly machines: MachineWhyService,
  ) {}

  /**
   * Explains the decisions about a job. For a waiting job: its place, the parts of its score, who is before it, and what
   * each machine answers. For each of its runs: the same at the moment at which it began. Members see the other jobs of a
   * lab as numbers only.
   */
  @Get('jobs/:id/why')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: JobWhyDto })
  @Faults('JOB.UNKNOWN')
  job(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    return this.jobs.of(account, id, language);
  }

  /** Explains why a machine prints what it prints, or why it is idle. */
  @Get('machines/:id/why')
  @Can('machine.read-record', 'machine')
  @ZodResponse({ type: MachineWhyDto })
  @Faults('MACHINE.UNKNOWN')
  machine(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MachineId,
    @ReaderLanguage() language: Language,
  ) {
    return this.machines.of(account, id, language);
  }
}
