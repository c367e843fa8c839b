import { Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { JobId } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../accounts/access';
import { ThumbnailQueryDto } from './jobs.dto';
import { JobsService } from './jobs.service';

/** Bytes from an upload: never anything but a picture, never kept where others could see it. */
const headers = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  'content-disposition': 'inline; filename="thumbnail"',
};

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
    const { bytes, mediaType, etag } = await this.jobs.thumbnail(account, id, width);
    reply.headers({ ...headers, etag });
    if (known?.includes(etag)) {
      reply.code(304);
      return undefined;
    }
    return new StreamableFile(bytes, { type: mediaType, length: bytes.length });
  }
}
