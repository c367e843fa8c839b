import type { Instant } from '@pandafab/shared';

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  readonly at: Instant;
  /** True while a newer answer is being made. */
  isRenewed: boolean;
}

/**
 * Answers that take long and may be a little old. A question is asked once at a time. After `freshMs`, the kept answer
 * is still given while a new one is made; after `oldestMs`, people wait for the new one.
 */
export class KeptAnswers<Answer> {
  private readonly kept = new Map<string, Kept<Answer>>();

  constructor(
    private readonly times: { readonly freshMs: number; readonly oldestMs: number; readonly most: number },
  ) {}

  get(key: string, now: Instant, ask: () => Promise<Answer>): Promise<Answer> {
    const found = this.kept.get(key);
    const age = found ? now - found.at : Number.POSITIVE_INFINITY;
    if (!found || age >= this.times.oldestMs || age < 0) return this.ask(key, now, ask);
    if (age >= this.times.freshMs && !found.isRenewed) {
      found.isRenewed = true;
      // It replaces the kept answer when it is there; a failure leaves that one until it is too old.
      void ask().then(
        (answer) => this.keep(key, Promise.resolve(answer), now),
        () => {
          found.isRenewed = false;
        },
      );
    }
    return found.answer;
  }

  private ask(key: string, now: Instant, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = ask();
    this.keep(key, answer, now);
    answer.catch(() => {
      if (this.kept.get(key)?.answer === answer) this.kept.delete(key);
    });
    return answer;
  }

  private keep(key: string, answer: Promise<Answer>, at: Instant): void {
    this.kept.delete(key);
    this.kept.set(key, { answer, at, isRenewed: false });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.times.most) return;
      this.kept.delete(oldest);
    }
  }
}
