import { Controller, Delete, Get, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ProjectId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ProjectPictures } from './project-pictures.service';

const pictureBody = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary', description: 'JPEG, PNG or WebP' } },
  },
};

/** The picture of a project. */
@ApiTags('projects')
@Controller('v1/projects/:id/picture')
export class ProjectPicturesController {
  constructor(private readonly pictures: ProjectPictures) {}

  /**
   * Stores the picture of a project: JPEG, PNG or WebP of at most 5 MB, without the place and the time that cameras write
   * into it. An earlier one is replaced.
   */
  @Post()
  @HttpCode(204)
  @Can('project.manage', 'project')
  @ApiConsumes('multipart/form-data')
  @ApiBody(pictureBody)
  @Faults(
    'FILE.MISSING',
    'FILE.MORE_THAN_ONE',
    'FILE.TRUNCATED',
    'PROJECT.PICTURE_TOO_LARGE',
    'PROJECT.PICTURE_TOO_WIDE',
    'PROJECT.PICTURE_UNFIT',
    'PROJECT.UNKNOWN',
    'REQUEST.NOT_MULTIPART',
  )
  async put(@PathId() id: ProjectId, @Req() request: FastifyRequest): Promise<void> {
    await this.pictures.put(id, request);
  }

  /** Shows the picture of a project. */
  @Get()
  @Can('project.read', 'project')
  @ApiProduces('image/jpeg', 'image/png', 'image/webp')
  @Faults('PROJECT.UNKNOWN', 'REQUEST.NOT_FOUND')
  async show(@PathId() id: ProjectId): Promise<StreamableFile> {
    const { stream, type, length } = await this.pictures.open(id);
    return new StreamableFile(stream, { type, length });
  }

  /** Removes the picture of a project. */
  @Delete()
  @HttpCode(204)
  @Can('project.manage', 'project')
  @Faults('PROJECT.UNKNOWN')
  async remove(@PathId() id: ProjectId): Promise<void> {
    await this.pictures.remove(id);
  }
}
