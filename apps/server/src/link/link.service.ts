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
import { UnitOfWork } from '../persistence/unit-of-work';
import { type BrokerAddress, EmbeddedBroker } from './embedded-broker';
import { LinkReceiver } from './link-receiver';
import { LinkSender, REPEAT_MS } from './link-sender';
import { PresenceBook } from './presence-book';

/** The server's end of the lab link: its broker, embedded or not, and its connection to it. */
@Injectable()
export class LinkService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('LabLink');
  private client: MqttClient | undefined;
  private cancelRepeat: CancelTimer = () => {};
  private readonly sending = new Coalesced(
    () => this.sender.sendWaiting(this.presence.labsOnline()),
    (error) => this.log.warn(`messages to labs wait: ${error.message}`),
  );

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly broker: EmbeddedBroker,
    private readonly sender: LinkSender,
    private readonly receiver: LinkReceiver,
    private readonly presence: PresenceBook,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** True when the broker answers. */
  get ready(): boolean {
    return this.client?.connected ?? false;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { url, username, password } = this.config.mqtt;
    const address: BrokerAddress = url ? { url, username, password } : await this.broker.start();
    const credentials = address.username
      ? { username: address.username, password: address.password ?? '' }
      : undefined;
    const client = connectBroker(address.url, credentials);
    this.client = client;
    this.sender.use(client);
    client.on('message', (topic, payload) => this.receiver.receive(topic, payload));
    client.on('connect', () => client.subscribe(serverFilters, { qos: 1 }));
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

  private reportConnection(client: MqttClient, url: string): void {
    let lost = false;
    client.on('error', (error) => {
      if (!lost)
        this.log.warn(
          `the broker at ${url} does not answer (${error.message}): labs print on, and report when it is back`,
        );
      lost = true;
    });
    client.on('connect', () => {
      if (lost) this.log.log('the broker is back');
      lost = false;
    });
  }

  private repeat(): void {
    this.sending.poke();
    this.cancelRepeat = this.clock.setTimer(REPEAT_MS, () => this.repeat());
  }
}
