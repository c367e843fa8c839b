import { createTransport, type Transporter } from 'nodemailer';
import type { ServerConfig } from '../config';
import { reasonOf } from '../reason-of';
import type { Composed } from './compose';

const SECOND_MS = 1000;
/** A server that does not answer must not hold up those who wait behind. */
const PATIENCE = {
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
}

export type Delivery =
  | { readonly kind: 'sent' }
  /** The server does not take mail for this address. */
  | { readonly kind: 'bounced'; readonly words: string }
  /** It does not take this mail, whoever it is for. */
  | { readonly kind: 'refused'; readonly words: string }
  /** It may take it later. */
  | { readonly kind: 'delayed'; readonly words: string };

/** A password goes over an encrypted line or not at all, but where the address itself says `?requireTLS=false`. */
function mustEncrypt(smtpUrl: string): { requireTLS?: true } {
  const { protocol, username, searchParams } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !searchParams.has('requireTLS')
    ? { requireTLS: true }
    : {};
}

/** What nodemailer adds to an error of an SMTP conversation. */
interface SmtpError extends Error {
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** RFC 3463, 3.8: what is not allowed, such as relaying, says nothing of the address. */
const isPolicy = (response = ''): boolean => /^\d{3}[ -]5\.7\./.test(response);

function verdictOn(error: SmtpError): Delivery {
  const { command, responseCode = 0, response } = error;
  const words = (response ?? reasonOf(error)).slice(0, LONGEST_WORDS);
  const permanent = responseCode >= 500;
  if (permanent && command === 'RCPT TO') return { kind: isPolicy(response) ? 'refused' : 'bounced', words };
  if (permanent && command === 'DATA') return { kind: 'refused', words };
  return { kind: 'delayed', words };
}

/** Hands mails to the network's mail server, one connection each. */
export class Smtp {
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor({ smtpUrl, from }: NonNullable<ServerConfig['mail']>) {
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    this.transport = createTransport(
      { url: smtpUrl, ...mustEncrypt(smtpUrl), ...PATIENCE, ...closed },
      { from },
    );
    this.domain = from.replace(/^.*@|>$/g, '');
  }

  /** The same id gives the same Message-ID: a mailbox that gets it twice can tell. */
  async deliver({ id, to, language, ...message }: Envelope): Promise<Delivery> {
    // RFC 3834: no holiday notice is to answer it.
    const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': language };
    try {
      await this.transport.sendMail({
        ...message,
        to: { name: '', address: to },
        messageId: `<${id}@${this.domain}>`,
        headers,
      });
      return { kind: 'sent' };
    } catch (error) {
      return verdictOn(error as SmtpError);
    }
  }
}
