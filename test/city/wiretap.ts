import { readTopic } from '@pandafab/lab-link';
import { connect, type MqttClient } from 'mqtt';

type Listener = (labId: string) => void;

/** Receives the messages between servers and agents, by the kinds of lab-link. */
export class Wiretap {
  private readonly listeners = new Map<string, Set<Listener>>();

  private constructor(private readonly client: MqttClient) {
    client.on('message', (topic, payload) => this.hear(topic, payload));
    // The test kills the broker sometimes; the client reconnects by itself.
    client.on('error', () => {});
    client.on('connect', () => client.subscribe('#'));
  }

  static on(brokerUrl: string): Wiretap {
    return new Wiretap(connect(brokerUrl, { reconnectPeriod: 200, resubscribe: false }));
  }

  /**
   * Settles with the lab of the next message of this kind, or with undefined when none comes in time.
   * @param of only messages of this lab
   */
  next(kind: string, withinMs: number, of?: string): Promise<string | undefined> {
    const listeners = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, listeners);
    return new Promise((resolve) => {
      const done = (labId?: string) => {
        if (labId && of && labId !== of) return;
        clearTimeout(timer);
        listeners.delete(done);
        resolve(labId);
      };
      const timer = setTimeout(done, withinMs);
      listeners.add(done);
    });
  }

  close(): void {
    this.client.end(true);
  }

  private hear(topic: string, payload: Uint8Array): void {
    const address = readTopic(topic);
    if (!address || (address.leaf !== 'up' && address.leaf !== 'down')) return;
    const { kind } = JSON.parse(Buffer.from(payload).toString()) as { kind?: string };
    for (const listener of [...(this.listeners.get(kind ?? '') ?? [])]) listener(address.labId);
  }
}
