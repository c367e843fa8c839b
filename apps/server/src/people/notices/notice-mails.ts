import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AccountId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import type { Mail } from '../../platform/mail/mail.entity';
import { MailOwners } from '../../platform/mail/mail-owners';
import type { MailEnd, PreparedMail } from '../../platform/mail/mail-template';
import type { Unit } from '../../platform/persistence/unit';
import { noteUndelivered } from '../accounts/account-mails';
import { waysOfAccounts } from './choices';
import { composeNotices } from './compose-notices';
import { Notice, NoticeMailLine } from './notice.entities';
import { NoticeCatalogue } from './notice-catalogue';
import type { NoticeKindName } from './notice-kind';
import { readableAccount } from './readable-account';
import { UnsubscribeService } from './unsubscribe.service';

/** Writes the mails about events when they are sent, with everything that waits for that person and kind. */
@Injectable()
export class NoticeMails implements OnModuleInit {
  constructor(
    private readonly owners: MailOwners,
    private readonly catalogue: NoticeCatalogue,
    private readonly unsubscribe: UnsubscribeService,
  ) {}

  onModuleInit(): void {
    this.owners.register('notice', {
      prepare: (unit, mail, base) => this.prepare(unit, mail, base),
      settled: async (unit, mail, end) => settled(unit, mail, end),
    });
  }

  private async prepare(unit: Unit, mail: Mail, base: string): Promise<PreparedMail | 'dropped'> {
    const { id, data, language } = mail;
    const [accountId, name] = [data.accountId as AccountId, data.kind as NoticeKindName];
    if (!this.catalogue.knows(name)) return 'dropped';
    const lines = await this.linesOf(unit, id, { accountId, kind: name });
    if (lines.length === 0) return 'dropped';
    const { path, ...words } = composeNotices(this.catalogue.of(name), lines, language);
    const unsubscribe = `${base}${await this.unsubscribe.newPath(unit, accountId, name)}`;
    return { link: `${base}${path}`, unsubscribe, changes: { data: { ...data, ...words } } };
  }

  /** Those of an earlier attempt; at the first one all that wait, if the person is still to be told by mail. */
  private async linesOf(
    { manager }: Unit,
    mailId: string,
    waiting: Pick<NoticeMailLine, 'accountId' | 'kind'>,
  ): Promise<NoticeMailLine[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const taken = await manager.find(NoticeMailLine, { where: { mailId }, order });
    if (taken.length > 0) return taken;
    const { accountId, kind } = waiting;
    const ways = await waysOfAccounts(manager, this.catalogue.of(kind), [accountId]);
    const isWanted = ways.get(accountId)?.mail && (await readableAccount(manager, accountId));
    const all = await manager.find(NoticeMailLine, { where: { ...waiting, mailId: IsNull() }, order });
    const read = new Set(await readNotices(all));
    const untold = isWanted ? all.filter(({ noticeId }) => noticeId === null || !read.has(noticeId)) : [];
    const told = all.filter((line) => !untold.includes(line));
    if (told.length > 0) await manager.delete(NoticeMailLine, { id: In(told.map(({ id }) => id)) });
    if (untold.length > 0)
      await manager.update(NoticeMailLine, { id: In(untold.map(({ id }) => id)) }, { mailId });
    return untold;

    async function readNotices(lines: readonly NoticeMailLine[]): Promise<string[]> {
      const ids = lines.flatMap(({ noticeId }) => noticeId ?? []);
      const found = await manager.findBy(Notice, { id: In(ids), readAt: Not(IsNull()) });
      return found.map(({ id }) => id);
    }
  }
}

/** What the person has already read behind the bell is not sent; and a mail's lines are needed until its end only. */
async function settled(unit: Unit, mail: Mail, end: MailEnd): Promise<void> {
  await unit.manager.delete(NoticeMailLine, { mailId: mail.id });
  await noteUndelivered(unit, mail, end);
}
