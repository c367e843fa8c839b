import type { LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';
import { FoldedColumn } from '../persistence/folded-columns';

/** `nobody`: a request without an account, such as a registration. */
export type AuditActorKind = 'account' | 'agent' | 'server' | 'nobody';
/** What was there, by field; secrets and personal values are never in it. */
export type AuditValues = Readonly<Record<string, unknown>>;

/** What somebody did: the database keeps these rows as they are. */
@Entity('audit_entries')
export class AuditEntry {
  @IdColumn() id!: string;
  @InstantColumn() at!: number;
  @TextColumn() actorKind!: AuditActorKind;
  @TextColumn({ nullable: true }) actorId!: string | null;
  /** Network address that it was asked from; null for what did not come by HTTP. */
  @TextColumn({ nullable: true }) address!: string | null;
  /** The request's id, as logs have it. */
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

/** The personal values of an entry, such as a name: they go when the person is erased, and never change. */
@Entity('audit_personal_details')
export class AuditPersonalDetail {
  @IdColumn() entryId!: string;
  @TextColumn() memberId!: MemberId;
  @JsonColumn({ nullable: true }) before!: AuditValues | null;
  @JsonColumn({ nullable: true }) after!: AuditValues | null;
  @FoldedColumn('before', 'after') foldedValues?: string | null;
}
