import { Fault } from '@pandafab/shared';
import { z } from 'zod';
import type { AgentConfig } from './config';
import { keepSecret } from './enrolment';

const PATIENCE_MS = 15_000;
const renewedSchema = z.object({ secret: z.string().min(1) });

/** The secret that this agent shows to the broker and to the server; another one takes its place now and then. */
export class AgentSecret {
  private value: string;

  constructor(private readonly config: AgentConfig) {
    this.value = config.secret;
  }

  get current(): string {
    return this.value;
  }

  /** What HTTP Basic and MQTT ask for, as it is at the moment of asking. */
  credentials(username: string): { readonly username: string; readonly password: string } {
    const current = () => this.value;
    return {
      username,
      get password() {
        return current();
      },
    };
  }

  /**
   * Fetches another secret, keeps it on the disk, and only then uses it: at each moment at which the power may go, the
   * one on the disk is one that the server takes.
   * @param use called before the server ends what was opened with the old one
   * @throws Fault LAB.SECRET_SET_BY_HAND, LAB.SERVER_UNREACHABLE {url, reason}
   */
  async renew(use: (secret: string) => void): Promise<void> {
    const { dataDirectory, secretIsEnrolled } = this.config;
    if (!secretIsEnrolled) throw new Fault('LAB.SECRET_SET_BY_HAND');
    const answer = renewedSchema.safeParse(await (await this.ask('POST')).json().catch(() => null));
    if (!answer.success) throw this.unreachable('not an answer');
    await keepSecret(dataDirectory, answer.data.secret);
    this.value = answer.data.secret;
    use(this.value);
    await this.ask('PUT');
  }

  /**
   * Shows the server the secret that this agent has: a power cut may have come between keeping a new one and saying so,
   * and a broker that reads who may come in from a file then still waits for the old one.
   */
  async show(): Promise<void> {
    await this.ask('PUT').catch(() => {});
  }

  private async ask(method: 'POST' | 'PUT'): Promise<Response> {
    const { serverUrl, agentId } = this.config;
    const basic = Buffer.from(`${agentId}:${this.value}`).toString('base64');
    const request = {
      method,
      headers: { authorization: `Basic ${basic}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    };
    const answer = await fetch(new URL('/api/agent/secret', serverUrl), request).catch((error: Error) => {
      throw this.unreachable(error.message);
    });
    if (!answer.ok) throw this.unreachable(`HTTP ${answer.status}`);
    return answer;
  }

  private unreachable(reason: string): Fault {
    return new Fault('LAB.SERVER_UNREACHABLE', { url: this.config.serverUrl, reason });
  }
}
