import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type AccountId, type Clock, type DocumentId, Fault, type Language, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { FileStore, type ReceivedFile } from '../../platform/file-store/file-store';
import { putIntoWords } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import { MailService } from '../../platform/mail/mail.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { lockBooks } from '../chain/lock-books';
import { DocumentFilesService } from '../documents/document-files.service';
import { demandIssued, findDocument } from '../documents/find-document';
import { type Day, parisDay } from '../kit/paris';
import { LogosService } from '../seller/logos.service';
import { sellerOn } from '../seller/seller.service';
import { demandDue, type WantedReminder } from './demand-due';
import type { DueReminder } from './due-reminders';
import { Reminder } from './reminder.entities';
import { reminderLetter } from './reminder-letter';
import { viewSent } from './reminder-view';
import type { RemindersSentDto, SendRemindersDto } from './reminders.dto';

/** A reminder as it was read, with its letter. */
interface Made {
  readonly due: DueReminder;
  readonly letter: ReceivedFile;
  readonly day: Day;
}

/** Sends reminders, each in its own unit of work: one that cannot be sent keeps no other back. */
@Injectable()
export class SendReminders {
  private readonly log = new Logger('Reminders');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly files: DocumentFilesService,
    private readonly logos: LogosService,
    private readonly mail: MailService,
  ) {}

  /** Each item with its reminder, or with the reason why it was not sent. Repeating the request sends nothing twice. */
  async send(by: AccountId, { items }: SendRemindersDto, language: Language): Promise<RemindersSentDto> {
    const outcomes: RemindersSentDto['items'] = [];
    for (const wanted of items) {
      const { documentId } = wanted;
      const result = await this.sendOne(by, wanted).catch((error: unknown) =>
        this.faultOf(documentId, error),
      );
      outcomes.push(
        result instanceof Fault
          ? { documentId, sent: null, leftOut: putIntoWords(result, language) }
          : { documentId, sent: viewSent(result), leftOut: null },
      );
    }
    return { items: outcomes };
  }

  private faultOf(documentId: DocumentId, error: unknown): Fault {
    if (error instanceof Fault) return error;
    this.log.error(`reminder of ${documentId} not sent`, error instanceof Error ? error.stack : error);
    return new Fault('REMINDER.NOT_MADE', {}, { cause: error });
  }

  /** The letter is made before the unit of work, which checks again that nothing has changed. */
  private async sendOne(by: AccountId, wanted: WantedReminder): Promise<Reminder> {
    const { manager } = this.database;
    const today = parisDay(this.clock.now());
    const due = await demandDue(manager, wanted, today);
    if (due.address !== null) {
      this.mail.demandConfigured();
      // Its PDF goes with the mail, which never waits for a file.
      await this.files.file(demandIssued(await findDocument(manager, due.document.id)), 'pdf');
    }
    const letter = await this.letter(due, today);
    return this.unitOfWork.run((unit) => this.record(unit, by, wanted, { due, letter, day: today }));
  }

  private async letter(due: DueReminder, today: Day): Promise<ReceivedFile> {
    const { settings: seller } = await sellerOn(this.database.manager, today);
    const logo = await this.logos.bytes(seller.logoSha256);
    return this.store.receive(Readable.from([await reminderLetter(due, seller, today, logo)]));
  }

  private async record(unit: Unit, sentBy: AccountId, wanted: WantedReminder, made: Made): Promise<Reminder> {
    const { manager, now } = unit;
    // No payment arrives between this check and the commit, and no colleague sends the same.
    await lockBooks(unit);
    const { number, id: documentId } = made.due.document;
    if (!isSame(made.due, await demandDue(manager, wanted, made.day)))
      throw new Fault('REMINDER.CHANGED', { number });
    const row = rowOf(made, await this.post(unit, made.due), sentBy, now);
    await manager.insert(Reminder, { ...row });
    const after = { step: row.step, way: row.way, openCents: row.openCents };
    await audit(unit, { action: 'reminder.sent', subject: ['document', documentId], after });
    return row;
  }

  /** Queues the mail. @returns its id; a letter has a new one */
  private async post(unit: Unit, { address, language, subject, text }: DueReminder): Promise<string> {
    if (address === null) return newId<string>();
    const data = { subject, text };
    const id = await this.mail.post(unit, { template: 'reminder', address, language, data });
    if (id === undefined) throw new Fault('MAIL.NOT_CONFIGURED');
    return id;
  }
}

const isSame = (a: DueReminder, b: DueReminder): boolean =>
  a.text === b.text && a.subject === b.subject && a.address === b.address;

function rowOf({ due, letter, day }: Made, id: string, sentBy: AccountId, at: number): Reminder {
  const { document, step, penalty, address, language, subject, text } = due;
  return {
    ...{ id, documentId: document.id, step: step.step, day, address, language, subject, text },
    ...{ way: address === null ? 'letter' : 'mail', openCents: document.openCents },
    ...{ penaltyCents: penalty?.penaltyCents ?? null, indemnityCents: penalty?.indemnityCents ?? null },
    ...{ fileSha256: letter.sha256, fileBytes: letter.bytes, sentBy, at },
    ...{ result: address === null ? 'printed' : 'waiting', failure: null, settledAt: null },
  };
}
