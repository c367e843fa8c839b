import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Fault, type ProjectId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '../../platform/audit/audit';
import { FileStore } from '../../platform/file-store/file-store';
import { readFileForm } from '../../platform/http/read-file-form';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findProject } from './find-project';
import { photoKind } from './photo-kind';
import { Project } from './project.entities';

const LIMIT_MB = 5;
const NONE = { fileSha256: null, fileType: null, fileBytes: null };

/** The picture of a project, in the file store. */
@Injectable()
export class ProjectPictures {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** Stores a picture in the place of an earlier one. @throws Fault PROJECT.UNKNOWN, PROJECT.PICTURE_TOO_LARGE {limitMb}, PROJECT.PICTURE_UNFIT */
  async put(id: ProjectId, request: FastifyRequest): Promise<void> {
    const { file } = await readFileForm(request, this.store, z.object({}));
    const { sha256: fileSha256, bytes: fileBytes } = file;
    try {
      if (fileBytes > LIMIT_MB * 1024 * 1024)
        throw new Fault('PROJECT.PICTURE_TOO_LARGE', { limitMb: LIMIT_MB });
      const fileType = photoKind(await file.read());
      if (!fileType) throw new Fault('PROJECT.PICTURE_UNFIT');
      await findProject(this.database.manager, id);
      await file.keep();
      await this.unitOfWork.run(async (unit) => {
        const { labId } = await findProject(unit.manager, id);
        await unit.manager.update(Project, { id }, { fileSha256, fileType, fileBytes });
        const after = { fileSha256, fileBytes };
        await audit(unit, { action: 'project.picture-put', subject: ['project', id], labId, after });
      });
    } finally {
      await file.discard();
    }
  }

  /** Idempotent. @throws Fault PROJECT.UNKNOWN */
  async remove(id: ProjectId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { labId, fileSha256 } = await findProject(unit.manager, id);
      if (fileSha256 === null) return;
      await unit.manager.update(Project, { id }, NONE);
      const before = { fileSha256 };
      await audit(unit, { action: 'project.picture-removed', subject: ['project', id], labId, before });
    });
  }

  /** @throws Fault PROJECT.UNKNOWN, REQUEST.NOT_FOUND without a picture */
  async open(id: ProjectId): Promise<{ stream: ReadStream; type: string; length: number }> {
    const { fileSha256, fileType, fileBytes } = await findProject(this.database.manager, id);
    if (fileSha256 === null || fileType === null || fileBytes === null)
      throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/projects/${id}/picture` });
    return { stream: this.store.read(fileSha256), type: fileType, length: fileBytes };
  }
}
