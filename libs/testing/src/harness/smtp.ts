import type { SMTPServer } from 'smtp-server';
import { pollUntil } from '../poll-until';
import { freePort } from './port';

/** A received mail. */
export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly headers: ReadonlyMap<string, unknown>;
  readonly attachments: readonly { readonly name: string; readonly content: Buffer }[];
}

export interface TemporarySmtp {
  /** Stays the same while the server is stopped. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** The number of delivery attempts for this address, accepted or not. */
  offers(address: string): number;
  /** Rejects mails for this address from now on, as unknown: 550. */
  refuse(address: string, words?: string): void;
  /** Answers the next mails with a temporary error: 451. */
  putOff(times: number): void;
  /** Stops listening at `url` until `comeBack`. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** Waits until this number of mails to the address has arrived, and returns them. */
  mailsTo(address: string, count?: number): Promise<readonly ReceivedMail[]>;
  stop(): Promise<void>;
}

class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** A real mail server for one test, on loopback: keeps the received mails. */
export async function startSmtp(): Promise<TemporarySmtp> {
  const box = new MailBox();
  const port = await freePort();
  let server: SMTPServer | undefined;
  const comeBack = async () => {
    server = await listen(box, port);
  };
  const goAway = async () => {
    const leaving = server;
    server = undefined;
    if (leaving) await new Promise<void>((resolve) => leaving.close(() => resolve()));
  };
  await comeBack();
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: box.received,
    offers: (address) => box.offered.filter((each) => each === address).length,
    refuse: (address, words = '5.1.1 no such mailbox here') => box.refused.set(address, words),
    putOff: (times) => {
      box.toPutOff = times;
    },
    goAway,
    comeBack,
    mailsTo: (address, count = 1) =>
      pollUntil(`${count} mails to ${address}`, () => box.enoughTo(address, count)),
    stop: goAway,
  };
}

class MailBox {
  readonly received: ReceivedMail[] = [];
  readonly offered: string[] = [];
  readonly refused = new Map<string, string>();
  toPutOff = 0;

  judge(address: string): Error | null {
    this.offered.push(address);
    const words = this.refused.get(address);
    if (words) return new SmtpRefusal(550, words);
    if (this.toPutOff === 0) return null;
    this.toPutOff -= 1;
    return new SmtpRefusal(451, '4.7.1 come again later');
  }

  enoughTo(address: string, count: number): readonly ReceivedMail[] | undefined {
    const mails = this.received.filter(({ to }) => to === address);
    return mails.length >= count ? mails : undefined;
  }
}

/** Both are loaded for the first mail server: most tests use this library without one. */
const mailparser = () => require('mailparser') as typeof import('mailparser');
const smtpServer = () => require('smtp-server') as typeof import('smtp-server');

function listen(box: MailBox, port: number): Promise<SMTPServer> {
  const server = new (smtpServer().SMTPServer)({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => done(box.judge(address)),
    onData: (stream, session, done) => {
      mailparser()
        .simpleParser(stream)
        .then((mail) => {
          box.received.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(),
            from: mail.from?.text ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
            messageId: mail.messageId ?? '',
            headers: mail.headers,
            attachments: mail.attachments.map(({ filename = '', content }) => ({ name: filename, content })),
          });
          done();
        }, done);
    },
  });
  // A broken connection of a client is not an error of the server.
  server.on('error', () => {});
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
