import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId, type UploadId } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { Account } from '../accounts/account.entity';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { StoredFile } from '../files/file.entity';
import type { FormFile } from '../files/read-file-form';
import { keepContent, recordContent } from '../files/record-content';
import type { NamedContent } from '../jobs/submissions.service';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Upload } from './upload.entity';

const DAY_MS = 24 * 3_600_000;
/** As many as one account may have waiting: a class's parts. */
const MOST_WAITING = 50;
/** Together no more than so many of the largest that are taken. */
const LARGEST_WAITING = 4;

/** Files that were sent to be looked at before they are submitted: each person's own, and nobody else's. */
@Injectable()
export class UploadsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  /**
   * Before the file is received.
   * @throws Fault UPLOAD.TOO_MANY {most}, UPLOAD.TOO_MUCH {limitMb}
   */
  async demandRoom({ accountId }: CurrentAccountInfo): Promise<void> {
    const refusal = await this.refusal(this.database.manager, accountId, { count: 1, bytes: 0 });
    if (refusal) throw refusal;
  }

  /**
   * Keeps a file for a day. The same file under the same name is the same upload, however often it is sent.
   * @throws Fault UPLOAD.TOO_MANY {most}, UPLOAD.TOO_MUCH {limitMb}
   */
  async take(
    { accountId }: CurrentAccountInfo,
    { file, fileName }: Pick<FormFile<unknown>, 'file' | 'fileName'>,
  ): Promise<Upload> {
    const { sha256, bytes } = file;
    const now = this.clock.now();
    const mine = { id: newId<UploadId>(), accountId, fileSha256: sha256, fileName };
    try {
      await this.demandRoomFor(mine, bytes);
      await keepContent(this.unitOfWork, this.clock, file);
      const { upload, refusal } = await this.unitOfWork.run(async (manager) => {
        await recordContent(manager, this.clock, { sha256, bytes });
        return this.record(manager, { ...mine, createdAt: now, expiresAt: now + DAY_MS });
      });
      if (refusal) throw refusal;
      return upload;
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
   * at once one is refused. The content is held before the upload is touched, as everywhere: two never wait for each
   * other.
   * @throws Fault UPLOAD.UNKNOWN
   */
  async claim(manager: EntityManager, accountId: AccountId, id: UploadId): Promise<NamedContent> {
    const upload = await manager.findOneBy(Upload, { id, accountId, ...this.standing() });
    const content = upload && (await manager.findOneBy(StoredFile, { sha256: upload.fileSha256 }));
    if (!upload || !content) throw new Fault('UPLOAD.UNKNOWN');
    const file = await recordContent(manager, this.clock, content);
    const { affected } = await manager.delete(Upload, { id });
    if (affected !== 1) throw new Fault('UPLOAD.UNKNOWN');
    return { file, fileName: upload.fileName };
  }

  /** A refusal is committed, too: the content has its row, and is swept as others are. */
  private async record(manager: EntityManager, mine: Upload): Promise<{ upload: Upload; refusal?: Fault }> {
    const { accountId, fileSha256, fileName, expiresAt } = mine;
    const same = { accountId, fileSha256, fileName };
    // One at a time of each account: those that come at once are counted, too.
    await manager.update(Account, { id: accountId }, { id: accountId });
    const isNew = !(await manager.existsBy(Upload, { ...same, ...this.standing() }));
    await manager.createQueryBuilder().insert().into(Upload).values(mine).orIgnore().execute();
    const { affected } = await manager.update(Upload, same, { expiresAt });
    // It was there, and was thrown away just now.
    if (affected === 0) return this.record(manager, mine);
    const upload = await manager.findOneByOrFail(Upload, same);
    const refusal = isNew ? await this.refusal(manager, accountId) : undefined;
    if (refusal) await manager.delete(Upload, same);
    return refusal ? { upload, refusal } : { upload };
  }

  /** Before it is kept: what is refused here leaves nothing behind. */
  private async demandRoomFor(mine: Pick<Upload, 'accountId' | 'fileSha256' | 'fileName'>, bytes: number) {
    const { accountId, fileSha256, fileName } = mine;
    const same = { accountId, fileSha256, fileName, ...this.standing() };
    if (await this.database.of(Upload).existsBy(same)) return;
    const refusal = await this.refusal(this.database.manager, accountId, { count: 1, bytes });
    if (refusal) throw refusal;
  }

  /** Why an account may not have so much waiting as it has, and what comes beside it. */
  private async refusal(
    manager: EntityManager,
    accountId: AccountId,
    coming = { count: 0, bytes: 0 },
  ): Promise<Fault | undefined> {
    const sums = await manager
      .createQueryBuilder(Upload, 'upload')
      .innerJoin(StoredFile, 'file', 'file.sha256 = upload.fileSha256')
      .where('upload.accountId = :accountId', { accountId })
      .andWhere('upload.expiresAt > :now', { now: this.clock.now() })
      .select('COUNT(*)', 'count')
      .addSelect('SUM(file.bytes)', 'bytes')
      .getRawOne<Record<'count' | 'bytes', string | number | null>>();
    if (Number(sums?.count) + coming.count > MOST_WAITING)
      return new Fault('UPLOAD.TOO_MANY', { most: MOST_WAITING });
    const limit = LARGEST_WAITING * this.config.maxUploadBytes;
    if (Number(sums?.bytes) + coming.bytes <= limit) return undefined;
    return new Fault('UPLOAD.TOO_MUCH', { limitMb: Math.round(limit / 1024 ** 2) });
  }

  private standing() {
    return { expiresAt: MoreThan(this.clock.now()) };
  }
}
