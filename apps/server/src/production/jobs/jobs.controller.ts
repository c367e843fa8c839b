import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { JobId, Language, RunId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { readFileForm } from '../../platform/http/read-file-form';
import { ReaderLanguage } from '../../platform/http/words';
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
      memberId: {
        type: 'string',
        format: 'uuid',
        description: 'The member whom the job is for; yourself if left out',
      },
      groupId: { type: 'string', format: 'uuid', description: 'The group that the job is for' },
      prestationId: { type: 'string', format: 'uuid', description: 'The prestation that pays' },
      material: {
        type: 'string',
        example: 'PLA',
        description: 'The material to print with; the file’s own if left out',
      },
      insteadOf: {
        type: 'string',
        description: 'To print with another material than the file is made for: the value of `fileMaterial`',
      },
      readyBy: {
        type: 'string',
        format: 'date-time',
        description: 'When the maker would like it to be ready: a wish',
      },
      needsMaker: { type: 'boolean', description: 'It begins only while its member is there' },
      colour: { type: 'string', description: 'A colour that stock knows; any if left out' },
      tags: { type: 'string', description: 'Words that the machine must have, with commas between them' },
      hold: { type: 'boolean', description: 'It waits until it is released' },
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

  /**
   * Submits a G-code file to a lab and creates one job for each copy. A request with the same
   * `Idempotency-Key` as an earlier one creates nothing and answers the same jobs.
   */
  @Post('jobs')
  @Can('job.submit', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(submissionBody)
  @submissionKeyDescription
  @ZodResponse({ status: 201, type: SubmittedDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'BILLING.ALREADY_INVOICED',
    'BILLING.PRESTATION_UNKNOWN',
    'FILE.EMPTY',
    'FILE.MISSING',
    'FILE.MORE_THAN_ONE',
    'FILE.TOO_LARGE',
    'FILE.TRUNCATED',
    'GROUP.ARCHIVED',
    'GROUP.NOT_LEADER',
    'GROUP.UNKNOWN',
    'JOB.KEY_REUSED',
    'JOB.MATERIAL_DIFFERS',
    'LAB.UNKNOWN',
    'MACHINE.UNKNOWN',
    'MATERIAL.COLOUR_UNKNOWN',
    'MATERIAL.UNKNOWN',
    'MEMBER.NOT_KNOWN',
    'MEMBER.UNKNOWN',
    'PRESTATION.CANCELLED',
    'PRESTATION.DELIVERED',
    'REQUEST.NOT_MULTIPART',
  )
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

  /** Lists the jobs that the account may see, newest first unless `order` or `sort` says otherwise. */
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

  /** Shows one job with its runs, its history, and the reasons why it waits. */
  @Get('jobs/:id')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: JobDto })
  @Faults('JOB.UNKNOWN')
  get(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    return this.jobs.get(account, id, language);
  }

  /**
   * Cancels a job: removes it from the queue, cancels it for good if its run was stopped, or asks the lab to cancel
   * the present run.
   */
  @Post('jobs/:id/cancel')
  @Can('job.cancel-own', 'network')
  @HttpCode(202)
  @Faults('AUTH.OTHER_LAB', 'JOB.NOT_QUEUED', 'JOB.UNKNOWN')
  async cancel(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: JobId): Promise<void> {
    await this.jobs.cancel(account, id);
  }

  /**
   * Chooses the material of a job that waits. To print with another material than the file is made for, send
   * `insteadOf` as well; without `material` the file’s own material is used.
   */
  @Post('jobs/:id/material')
  @Can('job.submit', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: JobDto })
  @Faults('AUTH.OTHER_LAB', 'JOB.MATERIAL_DIFFERS', 'JOB.NOT_QUEUED', 'JOB.UNKNOWN', 'MATERIAL.UNKNOWN')
  async chooseMaterial(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @Body() body: MaterialDto,
    @ReaderLanguage() language: Language,
  ) {
    await this.materials.choose(account, id, body);
    return this.jobs.get(account, id, language);
  }

  /** Makes a stopped job again, as a new job with `redoOf`. A second request answers the same new job. */
  @Post('jobs/:id/redo')
  @Can('job.redo-own', 'network')
  @ZodResponse({ status: 201, type: JobDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'BILLING.ALREADY_INVOICED',
    'BILLING.PRESTATION_UNKNOWN',
    'JOB.NOT_STOPPED',
    'JOB.UNKNOWN',
    'PRESTATION.CANCELLED',
    'PRESTATION.DELIVERED',
  )
  async redo(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @ReaderLanguage() language: Language,
  ) {
    const job = await this.redoing.redo(account, id);
    return this.jobs.get(account, job.id, language);
  }

  /**
   * Sends the transcript of a run as plain text: the lines sent to the machine and received from it, as far
   * back as they were kept.
   */
  @Get('runs/:id/transcript')
  @Can('run.read-transcript', 'run')
  @ApiProduces('text/plain')
  @Faults('JOB.NO_TRANSCRIPT', 'JOB.RUN_UNKNOWN')
  async transcript(@PathId() id: RunId): Promise<StreamableFile> {
    const { stream, length } = await this.jobs.transcript(id);
    const disposition = `attachment; filename="run-${id}.txt"`;
    return new StreamableFile(stream, { type: 'text/plain; charset=utf-8', disposition, length });
  }

  /** Pauses, resumes or cancels a run. The lab’s agent does it as soon as it receives the command. */
  @Post('runs/:id/command')
  @Can('run.command', 'run')
  @HttpCode(202)
  @Faults(
    'JOB.RUN_ENDED',
    'JOB.RUN_UNKNOWN',
    'LAB.AGENT_OFFLINE',
    'MACHINE.RUN_UNSEEN',
    'MACHINE.SPOOL_UNSAID',
    'MATERIAL.SPOOL_IN_USE',
    'MATERIAL.SPOOL_UNKNOWN',
  )
  async command(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: RunId,
    @Body() body: RunCommandDto,
  ): Promise<void> {
    await this.jobs.commandRun(account, id, body);
  }
}
