import { Controller, Get, Headers, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { JobId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { ThumbnailQueryDto } from '../files/file.dto';
import { sendPicture } from '../files/send-picture';
import { JobsService } from './jobs.service';

@ApiTags('jobs')
@Controller('v1/jobs/:id/thumbnail')
export class JobThumbnailsController {
  constructor(private readonly jobs: JobsService) {}

  /** The smallest picture that fills a place of that width, or the largest there is. */
  @Get()
  @Can('job.read-own', 'network')
  @ApiProduces('image/png', 'image/jpeg')
  async thumbnail(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param('id') id: JobId,
    @Query() { width }: ThumbnailQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendPicture(reply, await this.jobs.thumbnail(account, id, width), known);
  }
}
