import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DocumentsModule } from '../documents/documents.module';
import { SellerModule } from '../seller/seller.module';
import { Reminder, ReminderSettings } from './reminder.entities';
import { ReminderMails } from './reminder-mails';
import { ReminderSettingsController } from './reminder-settings.controller';
import { ReminderSettingsService } from './reminder-settings.service';
import { remindersAudit } from './reminders.audit';
import { RemindersController } from './reminders.controller';
import { remindersFaults } from './reminders.faults';
import { reminderMails } from './reminders.mails';
import { Reminders1764500190000 } from './reminders.migration';
import { RemindersService } from './reminders.service';
import { SendReminders } from './send-reminders.service';

/** Reminders of documents that are late: dated steps, late penalties, mails and letters. */
@Module({
  imports: [DocumentsModule, SellerModule],
  controllers: [RemindersController, ReminderSettingsController],
  providers: [ReminderMails, ReminderSettingsService, RemindersService, SendReminders],
})
export class RemindersModule {}

export const reminders = {
  module: RemindersModule,
  tables: [ReminderSettings, Reminder],
  migrations: [Reminders1764500190000],
  auditWords: [remindersAudit],
  faults: [remindersFaults],
  mails: reminderMails,
} satisfies Feature;
