import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId, type UploadId } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import { holdAccount } from '../../people/accounts/hold-account';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { FormFile } from '../../platform/http/read-file-form';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { StoredFile } from '../files/file.entity';
import { keepContent, recordContent } from '../files/record-content';
import type { NamedContent } from '../jobs/submissions.service';
import { Upload } from './upload.entity';

const DAY_MS = 24 * 3_600_000;
/** Upper bound of waiting uploads per account: enough for the parts of a class. */
const MOST_WAITING = 50;
/** Upper bound of their total size, as a multiple of the largest accepted file. */
const LARGEST_WAITING = 4;

/** Files uploaded for a preview before submission. Each account sees only its own. */
@Injectable()
export class UploadsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  /**
   * Called before the file is received.
   * @throws Fault UPLOAD.TOO_MANY {most}, UPLOAD.TOO_MUCH {limitMb}
   */
  async demandRoom({ accountId }: CurrentAccountInfo): Promise<void> {
    const refusal = await this.refusal(this.database.manager, this.clock.now(), accountId, {
      count: 1,
      bytes: 0,
    });
    if (refusal) throw refusal;
  }

  /**
   * Keeps a file for a day. Idempotent: the same file under the same name is the same upload.
   * @throws Fault UPLOAD.TOO_MANY {most}, UPLOAD.TOO_MUCH {limitMb}
   */
  async receive(
    { accountId }: CurrentAccountInfo,
    { file, fileName }: Pick<FormFile<unknown>, 'file' | 'fileName'>,
  ): Promise<Upload> {
    const { sha256, bytes } = file;
    const mine = { id: newId<UploadId>(), accountId, fileSha256: sha256, fileName };
    try {
      await this.demandRoomFor(mine, bytes);
      await keepContent(this.unitOfWork, file);
      const { upload, refusal } = await this.unitOfWork.run(async (unit) => {
        await recordContent(unit, { sha256, bytes });
        return this.storeUpload(unit, { ...mine, createdAt: unit.now, expiresAt: unit.now + DAY_MS });
      });
      if (refusal) throw refusal;
      return upload;
    } finally {
      await file.discard();
    }
  }

  /** Newest first. */
  list({ accountId }: CurrentAccountInfo): Promise<Upload[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.of(Upload).find({ where: { accountId, ...notExpired(this.clock.now()) }, order });
  }

  /** Null for an upload that was submitted meanwhile, too. */
  find({ accountId }: CurrentAccountInfo, id: UploadId): Promise<Upload | null> {
    return this.database.of(Upload).findOneBy({ id, accountId, ...notExpired(this.clock.now()) });
  }

  /** @throws Fault UPLOAD.UNKNOWN, also for another account's upload. */
  async get(account: CurrentAccountInfo, id: UploadId): Promise<Upload> {
    const upload = await this.find(account, id);
    if (!upload) throw new Fault('UPLOAD.UNKNOWN');
    return upload;
  }

  /** Removes an upload. @throws Fault UPLOAD.UNKNOWN */
  async remove({ accountId }: CurrentAccountInfo, id: UploadId): Promise<void> {
    const { affected } = await this.unitOfWork.run(({ manager }) =>
      manager.delete(Upload, { id, accountId }),
    );
    if (affected !== 1) throw new Fault('UPLOAD.UNKNOWN');
  }

  /** Removes an upload that may be gone already. */
  async removeIfThere({ accountId }: CurrentAccountInfo, id: UploadId): Promise<void> {
    await this.unitOfWork.run((unit) => this.discard(unit, accountId, id));
  }

  /** The same, as part of a unit of work. */
  async discard({ manager }: Unit, accountId: AccountId, id: UploadId): Promise<void> {
    await manager.delete(Upload, { id, accountId });
  }

  /**
   * Takes an upload for a submission, in the submission's unit of work: its row is deleted, and of two concurrent calls
   * one is refused. As everywhere, the content is locked before the upload, so that two units of work never deadlock.
   * @throws Fault UPLOAD.UNKNOWN
   */
  async claim(unit: Unit, accountId: AccountId, id: UploadId): Promise<NamedContent> {
    const { manager, now } = unit;
    const upload = await manager.findOneBy(Upload, { id, accountId, ...notExpired(now) });
    const content = upload && (await manager.findOneBy(StoredFile, { sha256: upload.fileSha256 }));
    if (!upload || !content) throw new Fault('UPLOAD.UNKNOWN');
    const file = await recordContent(unit, content);
    const { affected } = await manager.delete(Upload, { id });
    if (affected !== 1) throw new Fault('UPLOAD.UNKNOWN');
    return { file, fileName: upload.fileName };
  }

  /** A refusal is committed too: the content keeps its row, and the sweep removes it later. */
  private async storeUpload(unit: Unit, mine: Upload): Promise<{ upload: Upload; refusal?: Fault }> {
    const { manager, now } = unit;
    const { accountId, fileSha256, fileName, expiresAt } = mine;
    const same = { accountId, fileSha256, fileName };
    // Serialised per account, so that concurrent uploads are counted too.
    await holdAccount(unit, accountId);
    const isNew = !(await manager.existsBy(Upload, { ...same, ...notExpired(now) }));
    await manager.createQueryBuilder().insert().into(Upload).values(mine).orIgnore().execute();
    const { affected } = await manager.update(Upload, same, { expiresAt });
    // The row existed, and another request has just removed it.
    if (affected === 0) return this.storeUpload(unit, mine);
    const upload = await manager.findOneByOrFail(Upload, same);
    const refusal = isNew ? await this.refusal(manager, now, accountId) : undefined;
    if (refusal) await manager.delete(Upload, same);
    return refusal ? { upload, refusal } : { upload };
  }

  /** Checked before the file is stored: a refused upload leaves nothing behind. */
  private async demandRoomFor(mine: Pick<Upload, 'accountId' | 'fileSha256' | 'fileName'>, bytes: number) {
    const { accountId, fileSha256, fileName } = mine;
    const same = { accountId, fileSha256, fileName, ...notExpired(this.clock.now()) };
    if (await this.database.of(Upload).existsBy(same)) return;
    const refusal = await this.refusal(this.database.manager, this.clock.now(), accountId, {
      count: 1,
      bytes,
    });
    if (refusal) throw refusal;
  }

  /** Why an account may not add this upload to its waiting ones. */
  private async refusal(
    manager: EntityManager,
    now: number,
    accountId: AccountId,
    coming = { count: 0, bytes: 0 },
  ): Promise<Fault | undefined> {
    const sums = await manager
      .createQueryBuilder(Upload, 'upload')
      .innerJoin(StoredFile, 'file', 'file.sha256 = upload.fileSha256')
      .where('upload.accountId = :accountId', { accountId })
      .andWhere('upload.expiresAt > :now', { now })
      .select('COUNT(*)', 'count')
      .addSelect('SUM(file.bytes)', 'bytes')
      .getRawOne<Record<'count' | 'bytes', string | number | null>>();
    if (Number(sums?.count) + coming.count > MOST_WAITING)
      return new Fault('UPLOAD.TOO_MANY', { most: MOST_WAITING });
    const limit = LARGEST_WAITING * this.config.maxUploadBytes;
    if (Number(sums?.bytes) + coming.bytes <= limit) return undefined;
    return new Fault('UPLOAD.TOO_MUCH', { limitMb: Math.round(limit / 1024 ** 2) });
  }
}

const notExpired = (now: number) => ({ expiresAt: MoreThan(now) });
