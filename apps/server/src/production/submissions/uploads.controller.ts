import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Fault, type Language, type UploadId } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { readFileForm } from '../../platform/http/read-file-form';
import { ReaderLanguage } from '../../platform/http/words';
import { ThumbnailQueryDto } from '../files/file.dto';
import { FILE_REFUSALS } from '../files/file-refusals';
import { sendPicture } from '../files/send-picture';
import { Thumbnails } from '../files/thumbnails';
import { SubmittedDto } from '../jobs/jobs.dto';
import { SubmissionKeyHeader, submissionKeyDescription } from '../jobs/submission-key-header';
import { SubmissionsService } from '../jobs/submissions.service';
import type { Upload } from './upload.entity';
import { UploadViews } from './upload-views.service';
import { PreviewDto, PreviewRequestDto, SubmitUploadDto, UploadDto, UploadListDto } from './uploads.dto';
import { UploadsService } from './uploads.service';

const uploadBody = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary', description: 'Sliced G-code' } },
  },
};

/** Files that are looked at before they are submitted. */
@ApiTags('jobs')
@Controller('v1/uploads')
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly views: UploadViews,
    private readonly submissions: SubmissionsService,
    private readonly thumbnails: Thumbnails,
    private readonly store: FileStore,
  ) {}

  /**
   * Uploads a G-code file to look at it before it is submitted. It is kept for a day; the same file with the
   * same name, sent again, is the same upload.
   */
  @Post()
  @Can('job.submit', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadBody)
  @ZodResponse({ status: 201, type: UploadDto })
  @Faults(
    'FILE.EMPTY',
    'FILE.MISSING',
    'FILE.MORE_THAN_ONE',
    'FILE.TOO_LARGE',
    'FILE.TRUNCATED',
    'REQUEST.NOT_MULTIPART',
    'UPLOAD.TOO_MANY',
    'UPLOAD.TOO_MUCH',
  )
  async send(
    @CurrentAccount() account: CurrentAccountInfo,
    @Req() request: FastifyRequest,
    @ReaderLanguage() language: Language,
  ) {
    await this.uploads.demandRoom(account);
    await this.submissions.demandRoom(account);
    const form = await readFileForm(request, this.store, z.object({}));
    return this.one(await this.uploads.receive(account, form), language);
  }

  /** Lists your own uploads that are not submitted yet, newest first. */
  @Get()
  @Can('job.read-own', 'network')
  @ZodResponse({ type: UploadListDto })
  async list(@CurrentAccount() account: CurrentAccountInfo, @ReaderLanguage() language: Language) {
    return { items: await this.views.viewUploads(await this.uploads.list(account), language) };
  }

  /** Shows one of your own uploads. */
  @Get(':id')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: UploadDto })
  @Faults('UPLOAD.UNKNOWN')
  async get(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: UploadId,
    @ReaderLanguage() language: Language,
  ) {
    return this.one(await this.uploads.get(account, id), language);
  }

  /**
   * Says what would happen if an upload were submitted now: what the guard finds, which machines could print
   * it, and the price.
   */
  @Get(':id/preview')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: PreviewDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'BILLING.PRESTATION_UNKNOWN',
    'GROUP.ARCHIVED',
    'GROUP.NOT_LEADER',
    'GROUP.UNKNOWN',
    'LAB.UNKNOWN',
    'MATERIAL.COLOUR_UNKNOWN',
    'MATERIAL.UNKNOWN',
    'MEMBER.NOT_KNOWN',
    'MEMBER.UNKNOWN',
    'UPLOAD.NOT_READ',
    'UPLOAD.UNKNOWN',
    ...FILE_REFUSALS,
  )
  async preview(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: UploadId,
    @Query() request: PreviewRequestDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.views.preview(account, await this.uploads.get(account, id), request, language);
  }

  /**
   * Sends the smallest picture of an upload that is at least `width` pixels wide, or the widest one if all are
   * smaller.
   */
  @Get(':id/thumbnail')
  @Can('job.read-own', 'network')
  @ApiProduces('image/png', 'image/jpeg')
  @Faults('FILE.NO_THUMBNAIL', 'UPLOAD.UNKNOWN')
  async thumbnail(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: UploadId,
    @Query() { width }: ThumbnailQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { fileSha256 } = await this.uploads.get(account, id);
    return sendPicture(reply, await this.thumbnails.read(fileSha256, width), known);
  }

  /**
   * Submits an upload: creates one job for each copy and removes the upload. A request with the same
   * `Idempotency-Key` as an earlier one creates nothing and answers the same jobs.
   */
  @Post(':id/jobs')
  @Can('job.submit', 'network')
  @submissionKeyDescription
  @ZodResponse({ status: 201, type: SubmittedDto })
  @Faults(
    'AUTH.OTHER_LAB',
    'BILLING.ALREADY_INVOICED',
    'BILLING.PRESTATION_UNKNOWN',
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
    'UPLOAD.UNKNOWN',
  )
  async submit(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: UploadId,
    @Body() fields: SubmitUploadDto,
    @ReaderLanguage() language: Language,
    @SubmissionKeyHeader() key: string | undefined,
  ) {
    const upload = await this.uploads.find(account, id);
    const jobs = await this.submissions.submit(account, {
      ...{ fields, key, identity: { uploadId: id } },
      ...(upload && { sha256: upload.fileSha256 }),
      claimContent: (unit) => this.uploads.claim(unit, account.accountId, id),
    });
    return this.submissions.answer(account, jobs, language);
  }

  /** Deletes one of your own uploads. */
  @Delete(':id')
  @Can('job.submit', 'network')
  @HttpCode(204)
  @Faults('UPLOAD.UNKNOWN')
  async remove(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: UploadId): Promise<void> {
    await this.uploads.remove(account, id);
  }

  private async one(upload: Upload, language: Language) {
    const [view] = await this.views.viewUploads([upload], language);
    if (!view) throw new Fault('UPLOAD.UNKNOWN');
    return view;
  }
}
