import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId, type UploadId } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import type { FormFile } from '../files/read-file-form';
import { recordContent } from '../files/record-content';
import type { NamedContent } from '../jobs/submissions.service';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Upload } from './upload.entity';

const DAY_MS = 24 * 3_600_000;
/** As many as one account may have waiting: a class's parts, and no disk of somebody else's. */
const MOST_WAITING = 50;

/** Files that were sent to be looked at before they are submitted: each person's own, and nobody else's. */
@Injectable()
export class UploadsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Keeps a file for a day. The same file under the same name is the same upload, however often it is sent.
   * @throws Fault UPLOAD.TOO_MANY {most}
   */
  async take(
    { accountId }: CurrentAccountInfo,
    { file, fileName }: Pick<FormFile<unknown>, 'file' | 'fileName'>,
  ): Promise<Upload> {
    const { sha256, bytes } = file;
    try {
      await this.demandRoom(accountId);
      await file.keep();
      return await this.unitOfWork.run(async (manager) => {
        await recordContent(manager, this.clock, { sha256, bytes });
        return this.record(manager, { accountId, fileSha256: sha256, fileName });
      });
    } finally {
      await file.discard();
    }
  }

  /** The newest first. */
  list({ accountId }: CurrentAccountInfo): Promise<Upload[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.of(Upload).find({ where: { accountId, ...this.standing() }, order });
  }

  /** @throws Fault UPLOAD.UNKNOWN, also for one that is someone else's. */
  async get({ accountId }: CurrentAccountInfo, id: UploadId): Promise<Upload> {
    const upload = await this.database.of(Upload).findOneBy({ id, accountId, ...this.standing() });
    if (!upload) throw new Fault('UPLOAD.UNKNOWN');
    return upload;
  }

  /** Throws it away. @throws Fault UPLOAD.UNKNOWN */
  async remove({ accountId }: CurrentAccountInfo, id: UploadId): Promise<void> {
    const { affected } = await this.unitOfWork.run((manager) => manager.delete(Upload, { id, accountId }));
    if (affected !== 1) throw new Fault('UPLOAD.UNKNOWN');
  }

  /**
   * Takes it for a submission, in the submission's unit of work: it is nobody's upload any more, and of two that take it
   * at once one is refused.
   * @throws Fault UPLOAD.UNKNOWN
   */
  async claim(manager: EntityManager, accountId: AccountId, id: UploadId): Promise<NamedContent> {
    const upload = await manager.findOneBy(Upload, { id, accountId, ...this.standing() });
    const { affected } = upload ? await manager.delete(Upload, { id }) : { affected: 0 };
    if (!upload || affected !== 1) throw new Fault('UPLOAD.UNKNOWN');
    const { sha256, bytes } = await manager.findOneByOrFail(StoredFile, { sha256: upload.fileSha256 });
    return { sha256, bytes, fileName: upload.fileName };
  }

  private async record(
    manager: EntityManager,
    same: Pick<Upload, 'accountId' | 'fileSha256' | 'fileName'>,
  ): Promise<Upload> {
    const now = this.clock.now();
    const upload = { id: newId<UploadId>(), ...same, createdAt: now, expiresAt: now + DAY_MS };
    await manager.createQueryBuilder().insert().into(Upload).values(upload).orIgnore().execute();
    await manager.update(Upload, same, { expiresAt: upload.expiresAt });
    return manager.findOneByOrFail(Upload, same);
  }

  private async demandRoom(accountId: AccountId): Promise<void> {
    const waiting = await this.database.of(Upload).countBy({ accountId, ...this.standing() });
    if (waiting >= MOST_WAITING) throw new Fault('UPLOAD.TOO_MANY', { most: MOST_WAITING });
  }

  private standing() {
    return { expiresAt: MoreThan(this.clock.now()) };
  }
}
