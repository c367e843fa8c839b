import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DocumentId, Fault } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { MailService } from '../../platform/mail/mail.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findDocument } from '../documents/find-document';
import { parisDay } from '../kit/paris';
import { dueReminders } from './due-reminders';
import { Reminder } from './reminder.entities';
import { viewDue, viewSent } from './reminder-view';
import type { DocumentRemindersDto, DueRemindersDto } from './reminders.dto';
import { settingsOn } from './settings-in-force';

/** Of which the page shows the texts. */
const MOST_SHOWN = 500;

/** Reminders that are due, and those that were sent. */
@Injectable()
export class RemindersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly mail: MailService,
  ) {}

  /** @throws Fault BILLING.SELLER_MISSING */
  async due(): Promise<DueRemindersDto> {
    const { manager } = this.database;
    const today = parisDay(this.clock.now());
    const { due, total } = await dueReminders(manager, today, { most: MOST_SHOWN });
    const { settings } = await settingsOn(manager, today);
    const saysPenalties = settings.steps.some(({ isActive, withPenalties }) => isActive && withPenalties);
    const hasRate = settings.businessBasisPoints !== null && settings.publicBodyBasisPoints !== null;
    const items = due.map((each) => viewDue(each, today));
    const isMailReady = this.mail.isConfigured;
    return { items, total, today, isRateMissing: saysPenalties && !hasRate, isMailReady };
  }

  /** The latest first. @throws Fault REQUEST.NOT_FOUND */
  async of(id: DocumentId): Promise<DocumentRemindersDto> {
    const { id: documentId } = await findDocument(this.database.manager, id);
    const order = { at: 'DESC', id: 'DESC' } as const;
    const rows = await this.database.of(Reminder).find({ where: { documentId }, order });
    return { items: rows.map(viewSent) };
  }

  /** @throws Fault REQUEST.NOT_FOUND */
  async find(id: string): Promise<Reminder> {
    const found = await this.database.of(Reminder).findOneBy({ id });
    if (!found) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/reminders/${id}` });
    return found;
  }
}
