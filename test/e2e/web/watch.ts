import type { BrowserContext } from 'playwright-core';

/** A request that the page itself gave up: it left, or closed its live connection. */
const GIVEN_UP = 'net::ERR_ABORTED';
/** The browser's own words about an answer that is an error: the answer itself says more. */
const ABOUT_AN_ANSWER = /^Failed to load resource/;
const FIRST_ERROR = 400;

/** What goes wrong behind the pages of a browser: errors on its console, requests without an answer, refused requests. */
export class FaultWatch {
  private found: string[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' && !ABOUT_AN_ANSWER.test(message.text()))
        this.found.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.found.push(`uncaught: ${error.error().message}`));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      if (reason !== GIVEN_UP) this.found.push(`${request.method()} ${request.url()}: ${reason}`);
    });
    context.on('response', (answer) => {
      if (answer.status() >= FIRST_ERROR)
        this.found.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`);
    });
  }

  /** What was found since the last call. */
  take(): string[] {
    return this.found.splice(0);
  }

  /** Forgets what a test provoked on purpose. */
  forgive(provoked: RegExp): void {
    this.found = this.found.filter((fault) => !provoked.test(fault));
  }
}
