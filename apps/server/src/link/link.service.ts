import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { serverFilters } from '@pandafab/lab-link';
import { connectBroker } from '@pandafab/platform';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { MqttClient } from 'mqtt';
import { Coalesced } from '../coalesced';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { Outage } from '../outage';
import { UnitOfWork } from '../persistence/unit-of-work';
import { reasonOf } from '../reason-of';
import { type BrokerAddress, EmbeddedBroker } from './embedded-broker';
import { LinkReceiver } from './link-receiver';
import { LinkSender, REPEAT_MS } from './link-sender';
import { OverdueStops } from './overdue-stops';
import { PresenceBook } from './presence-book';

/** The server's end of the lab link: its broker, embedded or not, and its connection to it. */
@Injectable()
export class LinkService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('LabLink');
  private client: MqttClient | undefined;
  private listening = false;
  private cancelRepeat: CancelTimer = () => {};
  private readonly sending = new Coalesced(
    () => this.sendAll(),
    (error) => this.log.error(`messages to labs wait: ${error.message}`, error.stack),
  );

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly broker: EmbeddedBroker,
    private readonly sender: LinkSender,
    private readonly receiver: LinkReceiver,
    private readonly presence: PresenceBook,
    private readonly unitOfWork: UnitOfWork,
    private readonly stops: OverdueStops,
  ) {}

  /** True when the broker answers, and hands on what labs say. */
  get ready(): boolean {
    return this.listening;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { url, username, password } = this.config.mqtt;
    const address: BrokerAddress = url ? { url, username, password } : await this.broker.start();
    const credentials = address.username
      ? { username: address.username, password: address.password ?? '' }
      : undefined;
    const client = connectBroker(address.url, credentials, { resubscribe: false, ...address.tls });
    this.client = client;
    this.sender.use(client);
    client.on('message', (topic, payload) => this.receiver.receive(topic, payload));
    client.on('connect', () => this.listen(client));
    this.reportConnection(client, address.url);
    this.unitOfWork.onCommit(() => this.sending.poke());
    this.repeat();
  }

  async onModuleDestroy(): Promise<void> {
    this.cancelRepeat();
    await this.sending.close();
    await this.client?.endAsync(true);
    await this.receiver.idle();
  }

  private listen(client: MqttClient): void {
    client.subscribe(serverFilters, { qos: 1 }, (error) => {
      this.listening = !error;
      if (error) this.log.error(`the broker does not let the server listen: ${reasonOf(error)}`);
    });
  }

  private reportConnection(client: MqttClient, url: string): void {
    const address = withoutSecrets(url);
    const outage = new Outage(
      (reason) =>
        this.log.warn(
          `the broker at ${address} does not answer (${reason}): labs print on, and report when it is back`,
        ),
      () => this.log.log('the broker is back'),
    );
    client.on('error', (error) => outage.begin(reasonOf(error)));
    client.on('connect', () => outage.end());
    client.on('close', () => {
      this.listening = false;
      this.presence.forget();
    });
  }

  private async sendAll(): Promise<void> {
    await this.sender.sendWaiting(this.presence.labsOnline());
    await this.stops.note();
  }

  private repeat(): void {
    this.sending.poke();
    this.cancelRepeat = this.clock.setTimer(REPEAT_MS, () => this.repeat());
  }
}

/** The address as logs may show it: people write credentials into MQTT_URL. */
function withoutSecrets(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
