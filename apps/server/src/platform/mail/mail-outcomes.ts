import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../kit/config';
import { ReadDatabase } from '../persistence/read-database';
import { Mail } from './mail.entity';

/** How long a request that sends a mail waits for the mail server's first answer. */
const TIMEOUT_MS = 5000;
/** Another process may send the mail. */
const LOOK_EVERY_MS = 250;

/** The answers of mail servers, for requests that wait for them. */
@Injectable()
export class MailOutcomes {
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
  ) {}

  /** The mail was offered to the mail server, with any result. */
  offered(id: string): void {
    for (const wake of this.waiting.get(id) ?? []) wake();
  }

  /** The mail after its first offer; or its present state after some seconds. */
  async afterFirstOffer(id: string): Promise<Mail | null> {
    const until = this.clock.monotonic() + TIMEOUT_MS;
    for (;;) {
      const next = this.nextLook(id);
      const mail = await this.read.of(Mail).findOneBy({ id });
      const isWaiting = mail?.state === 'waiting' && mail.failure === null;
      if (!isWaiting || this.clock.monotonic() >= until) {
        next.cancel();
        return mail;
      }
      await next.come;
    }
  }

  private nextLook(id: string): { readonly come: Promise<void>; readonly cancel: () => void } {
    let wake = () => {};
    const come = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const those = this.waiting.get(id) ?? new Set();
    this.waiting.set(id, those.add(wake));
    const cancelTimer = this.clock.setTimer(LOOK_EVERY_MS, wake);
    const cancel = () => {
      cancelTimer();
      those.delete(wake);
      if (those.size === 0) this.waiting.delete(id);
    };
    return { come: come.then(cancel), cancel };
  }
}
