import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, inLanguage, type Language, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { NoticeChoicesService } from './choices.service';
import { NoticeUnsubscribe } from './notice.entities';
import { NoticeCatalogue } from './notice-catalogue';
import type { NoticeKindName } from './notice-kind';

/** The links in mails that switch off the mails of one kind, for the account that got them, without signing in. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly catalogue: NoticeCatalogue,
    private readonly choices: NoticeChoicesService,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the path of a new link; only a hash of its secret is stored */
  async newPath({ manager, now }: Unit, accountId: AccountId, kind: NoticeKindName): Promise<string> {
    const secret = newSecret();
    const link = { id: newId<string>(), accountId, kind, tokenHash: hashSecret(secret), createdAt: now };
    await manager.insert(NoticeUnsubscribe, link);
    return `/unsubscribe/${secret}`;
  }

  /** The name of the kind whose mails the link stops. @throws Fault NOTICE.LINK_INVALID */
  async nameOf(secret: string, language: Language): Promise<string> {
    const { kind } = await this.find(this.read.manager, secret);
    return inLanguage(this.catalogue.of(kind).words, language).name;
  }

  /** Stops the mails of this kind; the bell stays as it is. Idempotent. @throws Fault NOTICE.LINK_INVALID */
  async stop(secret: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { accountId, kind } = await this.find(unit.manager, secret);
      if (!(await this.choices.write(unit, accountId, { kind, channel: 'mail', isOn: false }))) return;
      const subject = ['account', accountId] as const;
      await audit(unit, { action: 'account.notices-stopped', subject, after: { kind } });
    });
  }

  private async find(manager: EntityManager, secret: string): Promise<NoticeUnsubscribe> {
    const link = await manager.findOneBy(NoticeUnsubscribe, { tokenHash: hashSecret(secret) });
    if (!link || !this.catalogue.knows(link.kind)) throw new Fault('NOTICE.LINK_INVALID');
    return link;
  }
}
