import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import type { Mail } from '../../platform/mail/mail.entity';
import { MailOwners } from '../../platform/mail/mail-owners';
import type { MailEnd, PreparedMail } from '../../platform/mail/mail-template';
import type { Unit } from '../../platform/persistence/unit';
import { DocumentFile } from '../documents/document.entities';
import { demandIssued, findDocument } from '../documents/find-document';
import { reductionsOf } from '../documents/reductions';
import { parisDay } from '../kit/paris';
import { sellerOn } from '../seller/seller.service';
import { Reminder } from './reminder.entities';

/** What other modules ask about reminders: the mail to send, and the files to keep. */
@Injectable()
export class ReminderMails implements OnModuleInit {
  constructor(
    private readonly owners: MailOwners,
    private readonly contents: ContentReferences,
  ) {}

  onModuleInit(): void {
    this.owners.register('reminder', { prepare, settled });
    this.contents.register('reminders', { entity: Reminder, column: 'fileSha256' });
  }
}

/** A mail can wait for hours: it is dropped when the client has paid meanwhile, or some of it. */
async function prepare({ manager, now }: Unit, { id }: Mail): Promise<PreparedMail | 'dropped'> {
  const sent = await manager.findOneBy(Reminder, { id });
  if (!sent) return 'dropped';
  const { documentId, openCents, fileSha256 } = sent;
  const { number, grossCents } = demandIssued(await findDocument(manager, documentId));
  const { creditedCents, paidCents } = (await reductionsOf(manager, [documentId]))(documentId);
  if ((grossCents ?? 0) - creditedCents - paidCents !== openCents) return 'dropped';
  const pdf = await manager.findOneBy(DocumentFile, { documentId, kind: 'pdf' });
  const { settings } = await sellerOn(manager, parisDay(now));
  const name = number.replaceAll('/', '-');
  const letter = { name: `${name}-rappel.pdf`, mediaType: 'application/pdf', sha256: fileSha256 };
  const document = pdf ? [{ name: `${name}.pdf`, mediaType: 'application/pdf', sha256: pdf.sha256 }] : [];
  return { link: undefined, attachments: [letter, ...document], replyTo: settings.email };
}

async function settled({ manager, now }: Unit, { id }: Mail, end: MailEnd): Promise<void> {
  const result = end.kind === 'sent' || end.kind === 'dropped' ? end.kind : 'failed';
  const failure = 'words' in end ? end.words : null;
  await manager.update(Reminder, { id }, { result, failure, settledAt: now });
}
