import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AccountId, type DocumentId, Fault, type Language } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import type { Mail } from '../../platform/mail/mail.entity';
import { MailService } from '../../platform/mail/mail.service';
import { MailOwners } from '../../platform/mail/mail-owners';
import type { MailEnd, PreparedMail } from '../../platform/mail/mail-template';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { MailDocumentDto, MailTemplateDto, SentMailDto } from './document.dto';
import { DocumentFile, DocumentMail, PaperDocument } from './document.entities';
import { viewMail } from './document-detail';
import { DocumentFilesService } from './document-files.service';
import { demandIssued, findDocument } from './find-document';
import { mailWords } from './mail-words';

/** Mails with a document attached, recorded on the document: to whom, when, and what became of them. */
@Injectable()
export class DocumentMailsService implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
    private readonly owners: MailOwners,
    private readonly files: DocumentFilesService,
  ) {}

  onModuleInit(): void {
    this.owners.register('document', { prepare, settled });
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.IS_DRAFT. */
  async template(id: DocumentId, language: Language): Promise<MailTemplateDto> {
    const { manager } = this.database;
    const document = demandIssued(await findDocument(manager, id));
    const client = await manager.findOneBy(Organisation, { id: document.organisationId });
    return { to: client?.email ?? null, ...mailWords(document, language) };
  }

  /** @throws Fault REQUEST.NOT_FOUND, DOCUMENT.IS_DRAFT, DOCUMENT.FILE_NOT_READY, MAIL.NOT_CONFIGURED. */
  async send(by: AccountId, id: DocumentId, body: MailDocumentDto): Promise<SentMailDto> {
    this.mail.demandConfigured();
    const document = demandIssued(await findDocument(this.database.manager, id));
    // Made before the mail is queued, so that the mail never waits for a file.
    await this.files.file(document, 'pdf');
    return viewMail(await this.unitOfWork.run((unit) => this.queue(unit, by, document.id, body)));
  }

  private async queue(
    unit: Unit,
    sentBy: AccountId,
    documentId: DocumentId,
    { to: address, language, subject, text }: MailDocumentDto,
  ): Promise<DocumentMail> {
    const data = { subject, text };
    const id = await this.mail.post(unit, { template: 'document', address, language, data });
    if (id === undefined) throw new Fault('MAIL.NOT_CONFIGURED');
    const sent = { id, documentId, address, subject, text, sentBy, requestedAt: unit.now };
    const row: DocumentMail = { ...sent, result: 'waiting', failure: null, settledAt: null };
    await unit.manager.insert(DocumentMail, row);
    await audit(unit, { action: 'document.mailed', subject: ['document', documentId], after: { subject } });
    return row;
  }
}

/** Attaches the stored PDF: the mail table holds no files. */
async function prepare({ manager }: Unit, { id }: Mail): Promise<PreparedMail | 'dropped'> {
  const sent = await manager.findOneBy(DocumentMail, { id });
  if (!sent) return 'dropped';
  const { documentId } = sent;
  const { number, content } = demandIssued(await findDocument(manager, documentId));
  const pdf = await manager.findOneBy(DocumentFile, { documentId, kind: 'pdf' });
  if (!pdf) return 'dropped';
  const name = `${number.replaceAll('/', '-')}.pdf`;
  const attachments = [{ name, mediaType: 'application/pdf', sha256: pdf.sha256 }];
  return { link: undefined, attachments, replyTo: content.seller.email };
}

async function settled({ manager, now }: Unit, { id }: Mail, end: MailEnd): Promise<void> {
  const result = end.kind === 'sent' || end.kind === 'dropped' ? end.kind : 'failed';
  const failure = 'words' in end ? end.words : null;
  await manager.update(DocumentMail, { id }, { result, failure, settledAt: now });
  const sent = await manager.findOneBy(DocumentMail, { id });
  if (result === 'sent' && sent)
    await manager.update(PaperDocument, { id: sent.documentId, sentAt: IsNull() }, { sentAt: now });
}
