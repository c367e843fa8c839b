import type { LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import type { Actor } from '../kit/actor';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';
import { FoldedColumn } from '../persistence/folded-columns';

/** The values before or after, by field; never secrets or personal values. */
export type AuditValues = Readonly<Record<string, unknown>>;

/** An action and its actor: the database refuses changes to these rows. */
@Entity('audit_entries')
export class AuditEntry {
  @IdColumn() id!: string;
  @InstantColumn() at!: number;
  @TextColumn() actorKind!: Actor['kind'];
  @TextColumn({ nullable: true }) actorId!: string | null;
  /** Network address of the request; null for an action that did not come by HTTP. */
  @TextColumn({ nullable: true }) address!: string | null;
  /** The request's id, as in the logs. */
  @TextColumn({ nullable: true }) requestId!: string | null;
  /** `noun.verb` in the past tense, such as `machine.changed`. */
  @TextColumn() action!: string;
  @TextColumn() subjectKind!: string;
  @TextColumn({ nullable: true }) subjectId!: string | null;
  @TextColumn({ nullable: true }) labId!: LabId | null;
  @JsonColumn({ nullable: true }) before!: AuditValues | null;
  @JsonColumn({ nullable: true }) after!: AuditValues | null;
  @FoldedColumn('before', 'after') foldedValues?: string | null;
}

/** The personal values of an entry, such as a name: they are deleted when the person is erased, and never change. */
@Entity('audit_personal_details')
export class AuditPersonalDetail {
  @IdColumn() entryId!: string;
  @TextColumn() memberId!: MemberId;
  @JsonColumn({ nullable: true }) before!: AuditValues | null;
  @JsonColumn({ nullable: true }) after!: AuditValues | null;
  @FoldedColumn('before', 'after') foldedValues?: string | null;
}
