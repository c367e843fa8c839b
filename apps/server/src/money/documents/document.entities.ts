import type { PaperContent, PaperKind } from '@pandafab/domain';
import type { AccountId, DocumentId, OrganisationId, PrestationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';
import type { DocumentRequest } from './document-request';

/** Quotes go through all of them but `issued`; other kinds are a `draft`, then `issued`. */
export const DOCUMENT_STATES = ['draft', 'sent', 'accepted', 'refused', 'expired', 'issued'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/**
 * A document of a prestation. From the moment it has a number, the database refuses every change but those of `state`
 * and `sentAt`, and refuses to delete it.
 */
@Entity('documents')
export class PaperDocument {
  @IdColumn() id!: DocumentId;
  @TextColumn() kind!: PaperKind;
  @TextColumn() state!: DocumentState;
  /** Null while it is a draft. */
  @TextColumn({ nullable: true }) number!: string | null;
  /** Of a quote: 1 for the first. */
  @IntegerColumn() version!: number;
  /** The earlier version of the quote. */
  @TextColumn({ nullable: true }) replacesId!: DocumentId | null;
  @TextColumn() prestationId!: PrestationId;
  @TextColumn() organisationId!: OrganisationId;
  /** The credited document. */
  @TextColumn({ nullable: true }) citesId!: DocumentId | null;
  /** What staff asked for, from which the content is composed. */
  @JsonColumn() request!: DocumentRequest;
  /** Everything that it shows, frozen; null while it is a draft. */
  @JsonColumn({ nullable: true }) content!: PaperContent | null;
  /** The next four are copies, for lists and searches. */
  @TextColumn() clientName!: string;
  @TextColumn() reference!: string;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) purchaseOrder!: string | null;
  @FoldedColumn('number', 'clientName', 'reference', 'title', 'purchaseOrder') foldedWords?: string | null;
  /** Days are YYYY-MM-DD in Europe/Paris. */
  @TextColumn({ nullable: true }) issuedOn!: string | null;
  @TextColumn({ nullable: true }) dueOn!: string | null;
  @TextColumn({ nullable: true }) validUntil!: string | null;
  /** Null while it is a draft. Credit notes have positive amounts. */
  @IntegerColumn({ nullable: true }) netCents!: number | null;
  @IntegerColumn({ nullable: true }) vatCents!: number | null;
  @IntegerColumn({ nullable: true }) grossCents!: number | null;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @TextColumn({ nullable: true }) issuedBy!: AccountId | null;
  @InstantColumn({ nullable: true }) issuedAt!: number | null;
  /** When it was first sent by mail. */
  @InstantColumn({ nullable: true }) sentAt!: number | null;
  /** Chosen by the client program: a repeated request with the same key creates one document. */
  @TextColumn({ nullable: true }) key!: string | null;
  /** 32 random bytes in hexadecimal: the chain holds personal data as salted hashes only. */
  @TextColumn() salt!: string;
}

export type DocumentFileKind = 'pdf' | 'xml';

/** A file of a document, in the file store. Append-only. */
@Entity('document_files')
export class DocumentFile {
  @IdColumn() id!: string;
  @TextColumn() documentId!: DocumentId;
  @TextColumn() kind!: DocumentFileKind;
  @TextColumn() sha256!: string;
  @IntegerColumn() bytes!: number;
  @InstantColumn() createdAt!: number;
}

export const ACCEPTANCE_WAYS = ['page', 'mail', 'paper', 'phone'] as const;
type AcceptanceWay = (typeof ACCEPTANCE_WAYS)[number];
export type Decision = 'accepted' | 'refused';

/** What a client decided about a quote. Append-only: one row per document. */
@Entity('acceptances')
export class Acceptance {
  @IdColumn() documentId!: DocumentId;
  @TextColumn() decision!: Decision;
  @TextColumn() how!: AcceptanceWay;
  /** The person who decided, as they or staff wrote it. */
  @TextColumn() name!: string;
  @TextColumn({ nullable: true }) reason!: string | null;
  /** When the client decided. */
  @InstantColumn() at!: number;
  /** On the client's page: the network address of the request. */
  @TextColumn({ nullable: true }) address!: string | null;
  /** Of the PDF that the client decided about. */
  @TextColumn() pdfSha256!: string;
  /** Null where the client decided on their page. */
  @TextColumn({ nullable: true }) recordedBy!: AccountId | null;
  @InstantColumn() recordedAt!: number;
}

/** A mail with a document attached. Its result is written once. */
@Entity('document_mails')
export class DocumentMail {
  @IdColumn() id!: string;
  @TextColumn() documentId!: DocumentId;
  @TextColumn() address!: string;
  @TextColumn() subject!: string;
  @TextColumn() text!: string;
  @TextColumn() sentBy!: AccountId;
  @InstantColumn() requestedAt!: number;
  @TextColumn() result!: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** The mail server's answer where it refused. */
  @TextColumn({ nullable: true }) failure!: string | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
