import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type Language } from '@pandafab/shared';
import { In, IsNull } from 'typeorm';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { latestFirst, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Notice } from './notice.entities';
import { NoticeCatalogue } from './notice-catalogue';
import { NOTICE_KINDS } from './notice-kind';
import { putNoticeIntoWords } from './notice-words';
import type { NoticeQueryDto } from './notices.dto';

/** A person's own notices. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly catalogue: NoticeCatalogue,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest first; notices of another version's kinds are left out. */
  async list(accountId: AccountId, query: NoticeQueryDto, language: Language) {
    const found = this.read
      .of(Notice)
      .createQueryBuilder('notice')
      .where('notice.accountId = :accountId AND notice.kind IN (:...kinds)', {
        accountId,
        kinds: NOTICE_KINDS,
      });
    if (query.unread) found.andWhere('notice.readAt IS NULL');
    const { items, ...where } = await readPart(found, latestFirst<Notice>('notice', 'changedAt'), query);
    const unread = await this.unread(accountId);
    return { items: items.map((each) => this.view(each, language)), ...where, unread };
  }

  unread(accountId: AccountId): Promise<number> {
    const kind = In([...NOTICE_KINDS]);
    return this.read.of(Notice).countBy({ accountId, kind, readAt: IsNull() });
  }

  /** Idempotent. @throws Fault NOTICE.UNKNOWN, also for a notice of another account */
  async markRead(accountId: AccountId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      if (!(await manager.existsBy(Notice, { id, accountId }))) throw new Fault('NOTICE.UNKNOWN');
      await manager.update(Notice, { id, readAt: IsNull() }, { readAt: now, openKey: null });
      unit.tell(accountId);
    });
  }

  async markAllRead(accountId: AccountId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const read = { readAt: unit.now, openKey: null };
      await unit.manager.update(Notice, { accountId, readAt: IsNull() }, read);
      unit.tell(accountId);
    });
  }

  private view(notice: Notice, language: Language) {
    const { id, kind: name, details, count, createdAt, changedAt, readAt } = notice;
    const kind = this.catalogue.of(name);
    return {
      ...{ id, kind: name, group: kind.group, count, path: kind.path(details) },
      ...putNoticeIntoWords(kind, notice, language),
      ...{ createdAt: toIso(createdAt), changedAt: toIso(changedAt), readAt: toIsoOrNull(readAt) },
    };
  }
}
