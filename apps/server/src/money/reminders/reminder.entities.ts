import type { ReminderStep, ReminderWay } from '@pandafab/domain';
import type { AccountId, DocumentId, Language } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import type { ReminderSettingsBody } from './reminder-settings.dto';

/** When and how clients are reminded, from a given day. A row never changes: new settings are a new row. */
@Entity('reminder_settings')
export class ReminderSettings {
  @IdColumn() id!: string;
  /** YYYY-MM-DD in Europe/Paris; of several rows, the latest that is not in the future is in force. */
  @TextColumn() inForceFrom!: string;
  @JsonColumn() settings!: ReminderSettingsBody;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

/** `printed`: a letter that staff print and post. `dropped`: when the mail was to leave, the client had paid. */
export const REMINDER_RESULTS = ['waiting', 'sent', 'failed', 'dropped', 'printed'] as const;
export type ReminderResult = (typeof REMINDER_RESULTS)[number];

/** The results after which the step is due again. */
export const UNDONE_RESULTS = ['failed', 'dropped'] as const satisfies ReminderResult[];

/** A reminder that was sent, as it was. Only its result changes; of each document, a step is sent once. */
@Entity('reminders')
export class Reminder {
  /** Of a mail: the mail's id. */
  @IdColumn() id!: string;
  @TextColumn() documentId!: DocumentId;
  @TextColumn() step!: ReminderStep;
  /** YYYY-MM-DD in Europe/Paris. */
  @TextColumn() day!: string;
  @TextColumn() way!: ReminderWay;
  /** Of a mail. */
  @TextColumn({ nullable: true }) address!: string | null;
  @TextColumn() language!: Language;
  @TextColumn() subject!: string;
  @TextColumn() text!: string;
  /** What was open when it was sent, in cents. */
  @IntegerColumn() openCents!: number;
  /** What the text says of late penalties; null where it has none. */
  @IntegerColumn({ nullable: true }) penaltyCents!: number | null;
  @IntegerColumn({ nullable: true }) indemnityCents!: number | null;
  /** The letter in the file store, also of a mail, which has it attached. */
  @TextColumn() fileSha256!: string;
  @IntegerColumn() fileBytes!: number;
  @TextColumn() sentBy!: AccountId;
  @InstantColumn() at!: number;
  @TextColumn() result!: ReminderResult;
  /** The mail server's answer. */
  @TextColumn({ nullable: true }) failure!: string | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
