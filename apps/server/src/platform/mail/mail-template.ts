import type { Wording } from '@pandafab/shared';
import type { Unit } from '../persistence/unit';
import type { Mail } from './mail.entity';

/** The words of one mail in one language. The mail's parameter of that name replaces `{name}`. */
export interface MailWords {
  readonly subject: string;
  readonly before: readonly string[];
  /** The text of the link; a mail without it has no link. */
  readonly link?: string;
  readonly after: readonly string[];
  /** The sentence before the link that stops such mails, in mails that have one. */
  readonly unsubscribe?: string;
  /** A person wrote it and reads the answers: it has no signature of the service. */
  readonly isPersonal?: boolean;
}

/** A file of the file store that is sent with a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

export type MailTemplates = Readonly<Record<string, Wording<MailWords>>>;

/** The names of all mails: each folder that sends mails adds its own (`declare module`), next to their words. */
// biome-ignore lint/suspicious/noEmptyInterface: folders add to it
export interface MailNames {}
export type MailTemplateName = keyof MailNames & string;

declare module '../kit/feature' {
  interface Feature {
    readonly mails?: MailTemplates;
  }
}

/** The mail to send, as its owner prepares it when it is written. */
export interface PreparedMail {
  readonly link: string | undefined;
  readonly attachments?: readonly MailAttachment[];
  /** The address that gets the answers; null or absent: the service's own. */
  readonly replyTo?: string | null;
  /** The address that stops such mails (RFC 8058): a page for people, and a POST without questions for mail programs. */
  readonly unsubscribe?: string;
  /** Changes that the owner decides: stored, so that another attempt sends the same mail. */
  readonly changes?: Partial<Pick<Mail, 'template' | 'codeId' | 'memberId' | 'data'>>;
}

/** The result of a mail. `dropped`: when it was to be written, it no longer had a reader. */
export type MailEnd =
  | { readonly kind: 'sent' | 'dropped' }
  /** The mail server refuses mail for this address (`bounced`), or refuses this mail. */
  | { readonly kind: 'bounced' | 'refused'; readonly words: string };

/** The handlers that the folder of a mail registers with `MailOwners`. */
export interface MailOwner {
  /**
   * The mail to send now; `dropped` when it no longer has a reader. A link's secret is made here, and stays in
   * memory.
   * @param base the first part of links, without a slash at its end
   */
  prepare(unit: Unit, mail: Mail, base: string): Promise<PreparedMail | 'dropped'>;
  /** Called once, in the unit of work that records the mail's result. */
  settled(unit: Unit, mail: Mail, end: MailEnd): Promise<void>;
}
