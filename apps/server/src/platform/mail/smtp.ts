import type { Transporter } from 'nodemailer';
import type { ServerConfig } from '../kit/config';
import { reasonOf } from '../kit/reason-of';
import type { Composed } from './compose';

const SECOND_MS = 1000;
/** A server that does not answer must not delay the mails after this one. */
const TIMEOUTS = {
  dnsTimeout: 10 * SECOND_MS,
  connectionTimeout: 10 * SECOND_MS,
  greetingTimeout: 10 * SECOND_MS,
  socketTimeout: 30 * SECOND_MS,
};
const LONGEST_WORDS = 200;

export interface Envelope extends Composed {
  readonly id: string;
  readonly to: string;
  readonly language: string;
  /** The address that gets the answers. */
  readonly replyTo?: string;
  /** The address that stops such mails. */
  readonly unsubscribe?: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

export type Delivery =
  | { readonly kind: 'sent' }
  /** The server refuses mail for this address. */
  | { readonly kind: 'bounced'; readonly words: string }
  /** The server refuses this mail, for any address. */
  | { readonly kind: 'refused'; readonly words: string }
  /** The server may accept it later. */
  | { readonly kind: 'delayed'; readonly words: string };

/** A password is sent over an encrypted connection only, unless the address itself contains `?requireTLS=false`. */
function mustEncrypt(smtpUrl: string): { requireTLS?: true } {
  const { protocol, username, searchParams } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !searchParams.has('requireTLS')
    ? { requireTLS: true }
    : {};
}

/** The fields that nodemailer adds to an error of an SMTP conversation. */
interface SmtpError extends Error {
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** RFC 3463: classes 1 and 2 are about the address and its mailbox; 7, “policy”, and the others are not. */
const ENHANCED = /^\d{3}[ -]5\.(\d{1,3})\./;
/**
 * RFC 5321, 4.2.3, for answers without such a code: mailbox unknown, elsewhere, full, or with a name that is not
 * allowed.
 */
const OF_MAILBOX = /^55[0123]\b/;
/** Many servers answer 550 to a mail that their policy refuses. */
const NOT_ALLOWED =
  /relay|polic|spam|block|black|deny|denied|message rejected|authenticat|not allowed|not permitted/i;

/**
 * True where a permanent refusal means that the address has no mailbox. Other refusals say nothing about the address.
 */
export function isOfAddress(response = ''): boolean {
  const [, subject] = ENHANCED.exec(response) ?? [];
  if (subject !== undefined) return subject === '1' || subject === '2';
  return OF_MAILBOX.test(response) && !NOT_ALLOWED.test(response);
}

function verdictOn(error: SmtpError): Delivery {
  const { command, responseCode = 0, response } = error;
  const words = (response ?? reasonOf(error)).slice(0, LONGEST_WORDS);
  const permanent = responseCode >= 500;
  if (permanent && command === 'RCPT TO')
    return { kind: isOfAddress(response) ? 'bounced' : 'refused', words };
  // A server that refuses this sender altogether does so at one of these two commands.
  if (permanent && (command === 'MAIL FROM' || command === 'DATA')) return { kind: 'refused', words };
  return { kind: 'delayed', words };
}

/** RFC 2369 and RFC 8058: mail programs show a button that stops such mails, and press it without a page. */
const stopHeaders = (address: string | undefined): Record<string, string> =>
  address === undefined
    ? {}
    : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/** Loaded where mails are sent: many networks have no mail server. */
const nodemailer = () => require('nodemailer') as typeof import('nodemailer');

/** Sends mails to the network's mail server, with one connection for each. */
export class Smtp {
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor({ smtpUrl, from }: NonNullable<ServerConfig['mail']>) {
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    this.transport = nodemailer().createTransport(
      { url: smtpUrl, ...mustEncrypt(smtpUrl), ...TIMEOUTS, ...closed },
      { from },
    );
    this.domain = from.replace(/^.*@|>$/g, '');
  }

  /** The same id gives the same Message-ID, so that a mailbox can recognise a duplicate. */
  async deliver({
    id,
    to,
    language,
    replyTo,
    unsubscribe,
    attachments = [],
    ...message
  }: Envelope): Promise<Delivery> {
    // RFC 3834: out-of-office programs must not answer it.
    const headers = {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      ...stopHeaders(unsubscribe),
    };
    try {
      await this.transport.sendMail({
        ...message,
        to: { name: '', address: to },
        messageId: `<${id}@${this.domain}>`,
        headers,
        ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
        attachments: attachments.map((attachment) => ({ ...attachment })),
      });
      return { kind: 'sent' };
    } catch (error) {
      return verdictOn(error as SmtpError);
    }
  }
}
