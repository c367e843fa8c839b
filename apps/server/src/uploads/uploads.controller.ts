import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Fault, type Language } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { ReaderLanguage } from '../api/words';
import { ThumbnailQueryDto } from '../files/file.dto';
import { FileStore } from '../files/file-store';
import { readFileForm } from '../files/read-file-form';
import { sendPicture } from '../files/send-picture';
import { Thumbnails } from '../files/thumbnails';
import { SubmittedDto } from '../jobs/jobs.dto';
import { SubmissionKeyHeader, submissionKeyDescription } from '../jobs/submission-key-header';
import { SubmissionsService } from '../jobs/submissions.service';
import type { Upload } from './upload.entity';
import { UploadViews } from './upload-views.service';
import {
  PreviewDto,
  SubmitUploadDto,
  UploadDto,
  UploadListDto,
  UploadParamDto,
  WishDto,
} from './uploads.dto';
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
   * Sends a file to look at it before it is submitted. It is kept for a day; the same file under the same name, sent
   * again, is the same upload.
   */
  @Post()
  @Can('job.submit', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadBody)
  @ZodResponse({ status: 201, type: UploadDto })
  async send(
    @CurrentAccount() account: CurrentAccountInfo,
    @Req() request: FastifyRequest,
    @ReaderLanguage() language: Language,
  ) {
    await this.uploads.demandRoom(account);
    await this.submissions.demandRoom(account);
    const form = await readFileForm(request, this.store, z.object({}));
    return this.one(await this.uploads.take(account, form), language);
  }

  /** One's own that wait to be submitted, the newest first. */
  @Get()
  @Can('job.read-own', 'network')
  @ZodResponse({ type: UploadListDto })
  async list(@CurrentAccount() account: CurrentAccountInfo, @ReaderLanguage() language: Language) {
    return { items: await this.views.view(await this.uploads.list(account), language) };
  }

  @Get(':id')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: UploadDto })
  async get(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: UploadParamDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.one(await this.uploads.get(account, id), language);
  }

  /** What would become of it if it were submitted now: findings, machines and their reasons, price. */
  @Get(':id/preview')
  @Can('job.read-own', 'network')
  @ZodResponse({ type: PreviewDto })
  async preview(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: UploadParamDto,
    @Query() wish: WishDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.views.preview(account, await this.uploads.get(account, id), wish, language);
  }

  /** The smallest picture that fills a place of that width, or the largest there is. */
  @Get(':id/thumbnail')
  @Can('job.read-own', 'network')
  @ApiProduces('image/png', 'image/jpeg')
  async thumbnail(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: UploadParamDto,
    @Query() { width }: ThumbnailQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { fileSha256 } = await this.uploads.get(account, id);
    return sendPicture(reply, await this.thumbnails.read(fileSha256, width), known);
  }

  /**
   * Submits it: its jobs take its place. Sent again with the same `Idempotency-Key`, after an answer that was lost, it
   * answers the same jobs.
   */
  @Post(':id/jobs')
  @Can('job.submit', 'network')
  @submissionKeyDescription
  @ZodResponse({ status: 201, type: SubmittedDto })
  async submit(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: UploadParamDto,
    @Body() fields: SubmitUploadDto,
    @ReaderLanguage() language: Language,
    @SubmissionKeyHeader() key: string | undefined,
  ) {
    const jobs = await this.submissions.submit(account, {
      ...{ fields, key, identity: { uploadId: id } },
      take: (manager) => this.uploads.claim(manager, account.accountId, id),
    });
    return this.submissions.answer(account, jobs, language);
  }

  /** Throws it away. */
  @Delete(':id')
  @Can('job.submit', 'network')
  @HttpCode(204)
  async remove(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: UploadParamDto,
  ): Promise<void> {
    await this.uploads.remove(account, id);
  }

  private async one(upload: Upload, language: Language) {
    const [view] = await this.views.view([upload], language);
    if (!view) throw new Fault('UPLOAD.UNKNOWN');
    return view;
  }
}
