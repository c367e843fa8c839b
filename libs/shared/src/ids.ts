import { uuidv7 } from 'uuidv7';

/** A string typed by the thing that it names, so that a machine's id cannot be used as a run's. */
export type Branded<Name extends string> = string & { readonly __brand: Name };

export type LabId = Branded<'Lab'>;
export type AgentId = Branded<'Agent'>;
export type MachineId = Branded<'Machine'>;
export type MemberId = Branded<'Member'>;
export type AccountId = Branded<'Account'>;
export type GroupId = Branded<'Group'>;
export type OrganisationId = Branded<'Organisation'>;
export type UploadId = Branded<'Upload'>;
export type BatchId = Branded<'Batch'>;
export type JobId = Branded<'Job'>;
export type RunId = Branded<'Run'>;
export type SpoolId = Branded<'Spool'>;
export type FilamentId = Branded<'Filament'>;
export type TariffId = Branded<'Tariff'>;
export type UsageRecordId = Branded<'UsageRecord'>;
export type PrestationId = Branded<'Prestation'>;
export type PrestationLineId = Branded<'PrestationLine'>;
export type StageId = Branded<'Stage'>;
export type ArticleId = Branded<'Article'>;
export type DocumentId = Branded<'Document'>;
export type BankAccountId = Branded<'BankAccount'>;
export type BankLineId = Branded<'BankLine'>;
export type PaymentId = Branded<'Payment'>;
export type CardPaymentId = Branded<'CardPayment'>;
export type TopicId = Branded<'Topic'>;
export type RoomId = Branded<'Room'>;
export type SessionId = Branded<'Session'>;
export type SeriesId = Branded<'Series'>;
export type RegistrationId = Branded<'Registration'>;
export type ProjectId = Branded<'Project'>;
export type VisitId = Branded<'Visit'>;
export type ConventionId = Branded<'Convention'>;
export type ReportId = Branded<'Report'>;

/** A new id: UUID version 7 (RFC 9562), so that ids made later sort later. */
export function newId<Id extends string>(): Id {
  return uuidv7() as Id;
}
