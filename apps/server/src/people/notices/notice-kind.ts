import type { FaultDetails, Language, Wording } from '@pandafab/shared';

/** The kinds of notices, in the order in which people see them. Each is defined by the folder that sends it. */
export const NOTICE_KINDS = [
  'job.accepted',
  'job.refused',
  'job.waitsForApproval',
  'job.needsYou',
  'job.done',
  'job.failed',
  'job.slipped',
  'job.moved',
  'session.registered',
  'session.movedUp',
  'session.changed',
  'session.cancelled',
  'session.reminder',
  'session.appointment',
  'job.needsApproval',
  'machine.needsPerson',
  'machine.heatersUnknown',
  'machine.spoolChange',
  'lab.computerAway',
] as const;
export type NoticeKindName = (typeof NOTICE_KINDS)[number];

/** The ways to tell a person. */
export const NOTICE_CHANNELS = ['bell', 'mail'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `job`: for the person whose job it is. `session`: for people at a session. `staff`: for those who look after a lab. */
export const NOTICE_GROUPS = ['job', 'session', 'staff'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** The words of a kind in one language. `{count}` and the notice's details are filled in. */
export interface NoticeWords {
  /** Its name in the settings, such as “My print is done”. */
  readonly name: string;
  /** One event; without a full stop, because it is also the subject of a mail. */
  readonly one: string;
  /** Several events of one subject, such as the copies of a batch. */
  readonly several: string;
  /** The subject of a mail about several subjects. */
  readonly together: string;
}

/** A fault-like cause in the details of a notice, such as that of a refusal. */
export interface NoticeCause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** The details of one event: what its words and its link need. Stored as JSON. */
export type NoticeDetails = Readonly<Record<string, string | number | null | NoticeCause>>;

/** A kind of notice, as one object that its owner defines and passes to `notify`. */
export interface NoticeKind<Details extends NoticeDetails> {
  readonly name: NoticeKindName;
  readonly group: NoticeGroup;
  /** What a person gets who has chosen nothing. */
  readonly defaults: Readonly<Record<NoticeChannel, boolean>>;
  readonly words: Wording<NoticeWords>;
  /** The path of the page about it, from the root. */
  path(details: Details): string;
  /** Values for the words, in place of details that need the language, such as an instant. */
  values?(details: Details, language: Language): Readonly<Record<string, string>>;
  /** More sentences, such as the cause of a refusal; null without any. */
  more?(details: Details, language: Language): string | null;
}

/** A kind whose details are unknown here: it is only ever given details of its own notices. */
export type AnyNoticeKind = NoticeKind<never>;

declare module '../../platform/kit/feature' {
  interface Feature {
    readonly noticeKinds?: readonly AnyNoticeKind[];
  }
}
