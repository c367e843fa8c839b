import type { Answer, HttpClient } from '@pandafab/testing';

/** During faults: a server may be frozen or dead, and people turn to another one. */
const PATIENCE_IN_FAULTS_MS = 4000;
/** While nothing fails: on a busy computer a late answer is still the right one. */
const PATIENCE_AT_REST_MS = 120_000;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server refused the request: it understood the request and did nothing. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly status: number,
  ) {
    super(`${path}: ${status}`);
  }
}

/** @throws Error when there is no answer after `ms` */
async function inTime<Body>(path: string, answer: Promise<Answer<Body>>, ms: number): Promise<Answer<Body>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${path}: no answer`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The service as people use it: a request goes to any of its servers, as through a load balancer. */
export class Service {
  private readonly listeners = new Set<() => void>();
  /** How long a request may take. */
  private patienceMs = PATIENCE_IN_FAULTS_MS;

  constructor(
    private readonly clients: () => readonly HttpClient[],
    private readonly random: () => number,
  ) {}

  /** @param isAtRest no server fails from now on; or false: faults begin */
  expect(isAtRest: boolean): void {
    this.patienceMs = isAtRest ? PATIENCE_AT_REST_MS : PATIENCE_IN_FAULTS_MS;
  }

  /**
   * @throws Refused when a server refuses it
   * @throws Error when no server answers with success in time: the request may still have been carried out
   */
  async ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const clients = this.clients();
    const client = clients[Math.floor(this.random() * clients.length)] as HttpClient;
    const answer = client.request<Body>(method, `/api/v1${path}`, { body });
    const { status, body: answered } = await inTime(path, answer, this.patienceMs);
    if (status >= 500) throw new Error(`${path}: ${status}`);
    if (status >= 300) throw new Refused(path, status);
    if (method !== 'GET') for (const listener of [...this.listeners]) listener();
    return answered;
  }

  /**
   * Repeats the request until a server answers. @throws Refused; Error with the last failure if none answers within
   * `ms`
   */
  async insist<Body>(ms: number, method: string, path: string, body?: () => unknown): Promise<Body> {
    const deadline = performance.now() + ms;
    for (;;) {
      try {
        return await this.ask<Body>(method, path, body?.());
      } catch (error) {
        if (error instanceof Refused || performance.now() > deadline) throw error;
        await pause(300);
      }
    }
  }

  /** Settles when the next write is answered with success, or after this time. */
  nextAcknowledgement(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.listeners.add(done);
    });
  }
}
