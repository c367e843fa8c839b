import { Controller, Get, Headers, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { JobId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ThumbnailQueryDto } from '../files/file.dto';
import { sendPicture } from '../files/send-picture';
import { JobsService } from './jobs.service';

@ApiTags('jobs')
@Controller('v1/jobs/:id/thumbnail')
export class JobThumbnailsController {
  constructor(private readonly jobs: JobsService) {}

  /**
   * Sends the smallest picture of the job’s file that is at least `width` pixels wide, or the widest one if
   * all are smaller.
   */
  @Get()
  @Can('job.read-own', 'network')
  @ApiProduces('image/png', 'image/jpeg')
  @Faults('FILE.NO_THUMBNAIL', 'JOB.UNKNOWN')
  async thumbnail(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: JobId,
    @Query() { width }: ThumbnailQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendPicture(reply, await this.jobs.thumbnail(account, id, width), known);
  }
}
