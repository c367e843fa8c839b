import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BatchId, JobId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import { ReaderLanguage } from '../../../platform/http/words';
import { JobDto } from '../jobs.dto';
import { JobsService } from '../jobs.service';
import { BatchesService } from './batches.service';
import { CopiesService } from './copies.service';
import { BatchDto, CopiesChangesDto, QueueChangesDto, SpreadDto } from './queue.dto';
import { QueueService } from './queue.service';

@ApiTags('jobs')
@Controller('v1')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly batches: BatchesService,
    private readonly copies: CopiesService,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Changes a job that waits: all fields that are sent, or none. `version` is that of the job that the caller saw; if the
   * job was changed since, nothing is changed. Members change their own jobs; `dueIsFirm`, `priority`, `onlyMachineId`,
   * `nextOn`, `move` and `approval` are for the staff of the job’s lab.
   */
  @Patch('jobs/:id/queue')
  @Can('job.submit', 'network')
  @ZodResponse({ type: JobDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'GROUP.ARCHIVED',
    'GROUP.NOT_LEADER',
    'GROUP.UNKNOWN',
    'JOB.CHANGED',
    'JOB.CHANGED_BY',
    'JOB.DUE_FIRM',
    'JOB.HELD_BY_STAFF',
    'JOB.NOT_AWAITING',
    'JOB.NOT_QUEUED',
    'JOB.NO_DUE_DATE',
    'JOB.PINNED_ELSEWHERE',
    'JOB.UNKNOWN',
    'LAB.UNKNOWN',
    'MACHINE.UNKNOWN',
    'MATERIAL.COLOUR_UNKNOWN',
    'MEMBER.NOT_KNOWN',
    'MEMBER.UNKNOWN',
  )
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @Body() body: QueueChangesDto,
    @ReaderLanguage() language: Language,
  ) {
    await this.queue.change(account, id, body);
    return this.jobs.get(account, id, language);
  }

  /**
   * Says that the member of a job is in the lab: a job that needs its member, and its
   * copies, may begin during the next two hours.
   */
  @Post('jobs/:id/here')
  @Can('job.submit', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: JobDto })
  @Faults('AUTH.OTHER_LAB', 'JOB.NOT_QUEUED', 'JOB.UNKNOWN')
  async here(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    await this.queue.here(account, id);
    return this.jobs.get(account, id, language);
  }

  /** Shows the jobs of one submission as one: how many are in which state, since when, and what they used. */
  @Get('batches/:id')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: BatchDto })
  @Faults('JOB.BATCH_UNKNOWN')
  batch(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: BatchId) {
    return this.batches.get(account, id);
  }

  /**
   * Changes what its member wants of all waiting copies of a batch: all fields that are sent, or none. `version` is that
   * of the batch that the caller saw.
   */
  @Patch('batches/:id/queue')
  @Can('job.submit', 'network')
  @ZodResponse({ type: BatchDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'JOB.BATCH_CHANGED',
    'JOB.BATCH_UNKNOWN',
    'JOB.DUE_FIRM',
    'JOB.HELD_BY_STAFF',
    'JOB.NOT_QUEUED',
    'MATERIAL.COLOUR_UNKNOWN',
  )
  async changeCopies(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: BatchId,
    @Body() body: CopiesChangesDto,
  ) {
    await this.copies.change(account, id, body);
    return this.batches.get(account, id);
  }

  /** Removes all waiting copies of a batch from the queue. Those that are printed go on. */
  @Post('batches/:id/cancel')
  @Can('job.cancel-own', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: BatchDto })
  @Faults('AUTH.OTHER_LAB', 'JOB.BATCH_UNKNOWN', 'JOB.NOT_QUEUED')
  async cancelCopies(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: BatchId) {
    await this.copies.cancel(account, id);
    return this.batches.get(account, id);
  }

  /** Pins the waiting copies of a batch to several machines in turn, so that these print side by side. */
  @Post('batches/:id/spread')
  @Can('job.arrange', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: BatchDto })
  @Faults('AUTH.OTHER_LAB', 'JOB.BATCH_CHANGED', 'JOB.BATCH_UNKNOWN', 'MACHINE.UNKNOWN')
  async spread(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: BatchId,
    @Body() body: SpreadDto,
  ) {
    await this.batches.spread(account, id, body);
    return this.batches.get(account, id);
  }
}
