import type { BrowserContext, Response } from 'playwright-core';

/** A request that the page itself gave up: it left, or closed its live connection. */
const GIVEN_UP = 'net::ERR_ABORTED';
/** The browser's own words about an answer that is an error: the answer itself says more. */
const ABOUT_AN_ANSWER = /^Failed to load resource/;
const FIRST_ERROR = 400;
const LONGEST_REASON = 1_000;

interface Fault {
  readonly what: string;
  /** What the answer said, as soon as it was read. */
  reason?: string;
}

/** What goes wrong behind the pages of a browser: errors on its console, requests without an answer, refused requests. */
export class FaultWatch {
  private found: Fault[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' && !ABOUT_AN_ANSWER.test(message.text()))
        this.found.push({ what: `console: ${message.text()}` });
    });
    context.on('weberror', (error) => this.found.push({ what: `uncaught: ${error.error().message}` }));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      if (reason !== GIVEN_UP) this.found.push({ what: `${request.method()} ${request.url()}: ${reason}` });
    });
    context.on('response', (answer) => {
      if (answer.status() >= FIRST_ERROR) this.found.push(refusal(answer));
    });
  }

  /** What was found since the last call, each with what the server said about it. */
  take(): string[] {
    return this.found.splice(0).map(({ what, reason }) => (reason ? `${what} ${reason}` : what));
  }

  /** Forgets what a test provoked on purpose. @param provoked matches the request and the status, not the reason */
  forgive(provoked: RegExp): void {
    this.found = this.found.filter(({ what }) => !provoked.test(what));
  }
}

function refusal(answer: Response): Fault {
  const fault: Fault = { what: `${answer.request().method()} ${answer.url()}: ${answer.status()}` };
  answer.text().then(
    (text) => {
      fault.reason = text.slice(0, LONGEST_REASON);
    },
    // The page left before it was read.
    () => undefined,
  );
  return fault;
}
