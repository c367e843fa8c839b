import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { JobId, Language, RunId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { ReaderLanguage } from '../api/words';
import { FileStore } from '../files/file-store';
import { readFileForm } from '../files/read-file-form';
import {
  JobDto,
  JobListDto,
  JobQueryDto,
  MaterialDto,
  RunCommandDto,
  SubmittedDto,
  submitFieldsSchema,
} from './jobs.dto';
import { JobsService } from './jobs.service';
import { MaterialService } from './material.service';
import { RedoService } from './redo.service';
import { SubmissionKeyHeader, submissionKeyDescription } from './submission-key-header';
import { SubmissionsService } from './submissions.service';

const submissionBody = {
  schema: {
    type: 'object',
    required: ['file', 'labId'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'Sliced G-code' },
      labId: { type: 'string', format: 'uuid' },
      memberId: { type: 'string', format: 'uuid', description: 'For whom; oneself when absent' },
      groupId: { type: 'string', format: 'uuid', description: 'The group that it is made for' },
      prestationId: { type: 'string', format: 'uuid', description: 'The client’s prestation that pays' },
      material: {
        type: 'string',
        example: 'PLA',
        description: 'Made of this; what the file is made for when absent',
      },
      insteadOf: {
        type: 'string',
        description: 'What the file is made for, where another material is asked for all the same',
      },
      quantity: { type: 'integer', minimum: 1, maximum: 100, default: 1 },
    },
  },
};

@ApiTags('jobs')
@Controller('v1')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly submissions: SubmissionsService,
    private readonly materials: MaterialService,
    private readonly redoing: RedoService,
    private readonly store: FileStore,
  ) {}

  /** Sent again with the same `Idempotency-Key`, after an answer that was lost, it answers the same jobs. */
  @Post('jobs')
  @Can('job.submit', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(submissionBody)
  @submissionKeyDescription
  @ZodResponse({ status: 201, type: SubmittedDto })
  async submit(
    @CurrentAccount() account: CurrentAccountInfo,
    @Req() request: FastifyRequest,
    @ReaderLanguage() language: Language,
    @SubmissionKeyHeader() key: string | undefined,
  ) {
    await this.submissions.demandRoom(account);
    const form = await readFileForm(request, this.store, submitFieldsSchema);
    return this.submissions.answer(account, await this.submissions.submitFile(account, form, key), language);
  }

  @Get('jobs')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: JobListDto })
  list(
    @CurrentAccount() account: CurrentAccountInfo,
    @Query() query: JobQueryDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.jobs.list(account, query, language);
  }

  @Get('jobs/:id')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: JobDto })
  get(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    return this.jobs.get(account, id, language);
  }

  /** Takes a job back that waits, gives up one that was stopped, or asks the lab to cancel the run under way. */
  @Post('jobs/:id/cancel')
  @Can('job.cancel-own', 'network')
  @HttpCode(202)
  async cancel(@CurrentAccount() account: CurrentAccountInfo, @Param('id') id: JobId): Promise<void> {
    await this.jobs.cancel(account, id);
  }

  /**
   * Decides what a waiting job is made of. Another material than the file is made for has to be asked for with
   * `insteadOf`; without a material, it is the file's own.
   */
  @Post('jobs/:id/material')
  @Can('job.submit', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: JobDto })
  async chooseMaterial(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: JobId,
    @Body() body: MaterialDto,
    @ReaderLanguage() language: Language,
  ) {
    await this.materials.choose(account, id, body);
    return this.jobs.get(account, id, language);
  }

  /** Makes a stopped job again, as a new one with `redoOf`. Asked twice, the answer is the same job. */
  @Post('jobs/:id/redo')
  @Can('job.redo-own', 'network')
  @ZodResponse({ status: 201, type: JobDto })
  async redo(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    const job = await this.redoing.redo(account, id);
    return this.jobs.get(account, job.id, language);
  }

  /** What was said on the line, as far back as it was kept; `seconds < line`. */
  @Get('runs/:id/transcript')
  @Can('run.read-transcript', 'run')
  @ApiProduces('text/plain')
  async transcript(@Param('id') id: RunId): Promise<StreamableFile> {
    const { stream, length } = await this.jobs.transcript(id);
    const disposition = `attachment; filename="run-${id}.txt"`;
    return new StreamableFile(stream, { type: 'text/plain; charset=utf-8', disposition, length });
  }

  @Post('runs/:id/command')
  @Can('run.command', 'run')
  @HttpCode(202)
  async command(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: RunId,
    @Body() body: RunCommandDto,
  ): Promise<void> {
    await this.jobs.commandRun(account, id, body);
  }
}
