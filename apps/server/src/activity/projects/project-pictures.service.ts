import type { ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Fault, type ProjectId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { audit } from '../../platform/audit/audit';
import { FileStore } from '../../platform/file-store/file-store';
import { readSmallFile } from '../../platform/http/read-small-file';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findProject } from './find-project';
import { readPhoto } from './photo/photo';
import { Project } from './project.entities';

const LIMIT = {
  megabytes: 5,
  tooLarge: (limitMb: number) => new Fault('PROJECT.PICTURE_TOO_LARGE', { limitMb }),
};
/** A small file can unfold to a picture that no telephone of the staff can show. */
const MOST_MEGAPIXELS = 50;
const NONE = { fileSha256: null, fileType: null, fileBytes: null };

/** The picture of a project, in the file store. */
@Injectable()
export class ProjectPictures {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /**
   * Stores a picture in the place of an earlier one, without the place and the time that cameras write into it.
   * @throws Fault PROJECT.UNKNOWN, PROJECT.PICTURE_TOO_LARGE {limitMb}, PROJECT.PICTURE_TOO_WIDE {megapixels},
   * PROJECT.PICTURE_UNFIT, and those of the form
   */
  async put(id: ProjectId, request: FastifyRequest): Promise<void> {
    const { kind: fileType, bytes } = await readSmallFile(request, LIMIT, ({ bytes: content }) => {
      const photo = readPhoto(content);
      if (!photo) throw new Fault('PROJECT.PICTURE_UNFIT');
      if (photo.width * photo.height > MOST_MEGAPIXELS * 1_000_000)
        throw new Fault('PROJECT.PICTURE_TOO_WIDE', { megapixels: MOST_MEGAPIXELS });
      return photo;
    });
    await findProject(this.database.manager, id);
    const { sha256: fileSha256, bytes: fileBytes } = await this.store.receive(Readable.from([bytes]));
    await this.unitOfWork.run(async (unit) => {
      const { labId } = await findProject(unit.manager, id);
      await unit.manager.update(Project, { id }, { fileSha256, fileType, fileBytes });
      const after = { fileSha256, fileBytes };
      await audit(unit, { action: 'project.picture-put', subject: ['project', id], labId, after });
    });
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
