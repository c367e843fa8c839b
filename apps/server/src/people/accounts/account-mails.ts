import { Injectable, type OnModuleInit } from '@nestjs/common';
import { audit } from '../../platform/audit/audit';
import type { Mail } from '../../platform/mail/mail.entity';
import { MailOwners } from '../../platform/mail/mail-owners';
import type { MailEnd, PreparedMail } from '../../platform/mail/mail-template';
import type { Unit } from '../../platform/persistence/unit';
import { noteBouncedEmail } from '../members/note-bounced-email';
import { type AccountMailName, accountMails } from './account.mails';
import { codeLink } from './codes/code-link';
import { openCode } from './codes/open-code';

/** Makes the links of mails about accounts, and records for the staff those that did not arrive. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(private readonly owners: MailOwners) {}

  onModuleInit(): void {
    for (const name of Object.keys(accountMails) as AccountMailName[])
      this.owners.register(name, {
        prepare: (unit, mail, base) => prepare(unit, name, mail, base),
        settled: noteUndelivered,
      });
  }
}

const pageLink = (base: string, name: AccountMailName): string | undefined => {
  const { page } = { page: undefined, ...accountMails[name] };
  return page && `${base}/${page}`;
};

/** Makes a code's secret, and looks up whether the address belongs to an account: see `openCode`. */
async function prepare(
  unit: Unit,
  name: AccountMailName,
  { codeId, memberId }: Mail,
  base: string,
): Promise<PreparedMail | 'dropped'> {
  if (codeId === null) return { link: pageLink(base, name) };
  const opened = await openCode(unit, codeId);
  if (opened.kind === 'secret') {
    const { code, secret } = opened;
    const link = codeLink(base, code.purpose, secret);
    return { link, changes: { memberId: memberId ?? code.memberId } };
  }
  const { whenKnown } = { whenKnown: undefined, ...accountMails[name] };
  if (opened.kind !== 'known' || !whenKnown) return 'dropped';
  const changes = { template: whenKnown, codeId: null, memberId: opened.memberId };
  return { link: pageLink(base, whenKnown), changes };
}

/** Records for the staff that a mail did not arrive. */
export async function noteUndelivered(unit: Unit, mail: Mail, end: MailEnd): Promise<void> {
  if (end.kind !== 'bounced' && end.kind !== 'refused') return;
  const { id, memberId, address, template } = mail;
  if (end.kind === 'bounced' && memberId) await noteBouncedEmail(unit, memberId, address);
  await audit(unit, {
    action: end.kind === 'bounced' ? 'mail.bounced' : 'mail.undelivered',
    subject: memberId ? ['member', memberId] : ['mail', id],
    after: { template },
    ...(memberId && { personal: { memberId, after: { address, failure: end.words } } }),
  });
}
