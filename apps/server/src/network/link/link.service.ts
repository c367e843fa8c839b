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
import { Coalesced } from '../../platform/kit/coalesced';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { Outage } from '../../platform/kit/outage';
import { reasonOf } from '../../platform/kit/reason-of';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type BrokerAddress, EmbeddedBroker } from './embedded-broker';
import { LabTurns } from './lab-turns';
import { LinkMessage } from './link-message.entity';
import { LinkReceiver } from './link-receiver';
import { LinkSender } from './link-sender';
import { PresenceBook } from './presence-book';
import { REPEAT_MS, WaitingMessages } from './waiting-messages';

/** The server's end of the lab link: the broker, embedded or external, and the connection to it. */
@Injectable()
export class LinkService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('LabLink');
  private client: MqttClient | undefined;
  private listening = false;
  private cancelRepeat: CancelTimer = () => {};
  private readonly afterSending: (() => Promise<void>)[] = [];
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
    private readonly waiting: WaitingMessages,
    private readonly turns: LabTurns,
  ) {}

  /** True when the broker answers and delivers the messages of labs. */
  get ready(): boolean {
    return this.listening;
  }

  /** Calls `work` each time after waiting messages were sent: after their commit, and at least every `REPEAT_MS`. */
  onSent(work: () => Promise<void>): void {
    this.afterSending.push(work);
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
    this.unitOfWork.onCommit((committed) => {
      if (committed.feeds(LinkMessage)) this.sending.poke();
    });
    this.repeat();
  }

  async onModuleDestroy(): Promise<void> {
    this.cancelRepeat();
    await this.sending.close();
    await this.client?.endAsync(true);
    await this.turns.idle();
  }

  private listen(client: MqttClient): void {
    client.subscribe(serverFilters, { qos: 1 }, (error) => {
      this.listening = !error;
      if (error) this.log.error(`the broker refuses the server’s subscription: ${reasonOf(error)}`);
    });
  }

  private reportConnection(client: MqttClient, url: string): void {
    const address = withoutSecrets(url);
    const outage = new Outage(
      (reason) =>
        this.log.warn(
          `the broker at ${address} does not answer (${reason}): labs continue to print, and report when it answers again`,
        ),
      () => this.log.log('the broker answers again'),
    );
    client.on('error', (error) => outage.begin(reasonOf(error)));
    client.on('connect', () => outage.end());
    client.on('close', () => {
      this.listening = false;
      this.presence.forget();
    });
  }

  private async sendAll(): Promise<void> {
    await this.waiting.sendTo(this.presence.labsOnline());
    for (const work of this.afterSending) await work();
  }

  private repeat(): void {
    this.sending.poke();
    this.cancelRepeat = this.clock.setTimer(REPEAT_MS, () => this.repeat());
  }
}

/** The address without credentials, for logs: people write them into MQTT_URL. */
function withoutSecrets(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
