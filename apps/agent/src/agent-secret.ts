import { Fault } from '@pandafab/shared';
import { z } from 'zod';
import type { AgentConfig } from './config';
import { keepSecret } from './enrolment';

const PATIENCE_MS = 15_000;
const renewedSchema = z.object({ secret: z.string().min(1) });

/** The secret with which this agent authenticates to the broker and the server; it is replaced from time to time. */
export class AgentSecret {
  private value: string;

  constructor(private readonly config: AgentConfig) {
    this.value = config.secret;
  }

  get current(): string {
    return this.value;
  }

  /** The current credentials for HTTP Basic and MQTT. */
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
   * Fetches a new secret, writes it to the disk, and only then uses it: whenever the power fails, the server accepts the
   * secret on the disk.
   * @param use called before the server closes the connections opened with the old secret
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
   * Sends this agent's secret to the server: after a power cut between writing a new secret and confirming it, a broker
   * that reads its accounts from a file still expects the old one.
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
