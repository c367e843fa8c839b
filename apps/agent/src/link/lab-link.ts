import {
  type BodyOf,
  type DownMessage,
  type EnvelopeOptions,
  encodePresence,
  encodeTelemetry,
  encodeUp,
  labTopics,
  type MachineTelemetry,
  type ReportedPort,
  type UpMessage,
} from '@pandafab/lab-link';
import { type Clock, Fault, SerialQueue } from '@pandafab/shared';
import type { Logger } from 'pino';
import { wordsOf } from '../fault-words';
import type { StoredEvent } from '../journal/event-journal';
import type { Journal } from '../journal/journal';
import { EventOutbox } from './event-outbox';
import { Greeting } from './greeting';
import { IncomingFilter } from './incoming-filter';
import type { LinkHandlers, LinkIdentity } from './link-contract';
import type { Wire } from './wire';

export interface LabLinkOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly journal: Journal;
  readonly wire: Wire;
  readonly identity: LinkIdentity;
  readonly handlers: LinkHandlers;
}

type Of<Kind extends DownMessage['kind']> = Extract<DownMessage, { kind: Kind }>;
export type LinkState = 'offline' | 'greeting' | 'welcomed' | 'refused';

/** The agent's end of the lab link: the messages it sends, the messages it accepts, and the order of its actions. */
export class LabLink {
  private readonly handling = new SerialQueue();
  private readonly incoming: IncomingFilter;
  private readonly greeting: Greeting;
  private readonly outbox: EventOutbox;
  private readonly topics;
  private current: LinkState = 'offline';
  private telemetryUnderWay = false;
  /** Emergency stops not yet written to a machine's line: the server gets a receipt once they are. */
  private readonly stopsUnderWay = new Set<string>();

  constructor(private readonly options: LabLinkOptions) {
    const { clock, log, journal, identity } = options;
    this.topics = labTopics(identity.labId);
    this.incoming = new IncomingFilter(clock, log);
    const onError = (error: unknown) => log.error({ err: error }, 'the journal could not be read');
    this.outbox = new EventOutbox({
      clock,
      events: journal.events,
      send: (event) => this.sendEvent(event),
      onError,
    });
    this.greeting = new Greeting({
      clock,
      journal,
      identity,
      onError,
      send: (id, body) => this.sayUp('hello', body, { id }),
    });
  }

  get state(): LinkState {
    return this.current;
  }

  /** Number of ignored messages so far, by reason. */
  get ignored(): Readonly<Record<string, number>> {
    return this.incoming.ignored;
  }

  /** The broker is connected and `down` is subscribed. */
  connected(): void {
    if (this.current === 'refused') return;
    this.current = 'greeting';
    this.outbox.stop();
    this.greeting.begin();
  }

  disconnected(): void {
    if (this.current !== 'refused') this.current = 'offline';
    this.outbox.stop();
    this.greeting.end();
    this.telemetryUnderWay = false;
  }

  /** Handles one message of the lab's `down` topic. */
  receive(payload: Uint8Array): void {
    const message = this.incoming.read(payload);
    if (!message || this.current === 'refused') return;
    if (message.kind === 'refused') return this.takeRefusal(message);
    if (message.kind === 'welcome') {
      if (!this.greeting.isMine(message.replyTo)) return this.incoming.ignore('not-mine', 'a welcome');
    } else if (!this.believes(message)) return;
    if (message.kind === 'watch') return this.options.handlers.watched(message.body.machineId);
    if (message.kind === 'look') return this.options.handlers.lookedAtPorts();
    if (message.kind === 'command') this.stopAtOnce(message);
    this.takeTurn(message, () => this.act(message));
  }

  /** Publishes the machines' latest figures; drops them when the connection is down or still busy with the previous ones. */
  sendTelemetry(machines: readonly MachineTelemetry[]): void {
    const { epoch } = this.options.journal;
    if (this.current !== 'welcomed' || epoch === null || this.telemetryUnderWay) return;
    this.telemetryUnderWay = true;
    const message = encodeTelemetry(this.options.clock, { epoch, machines: [...machines] });
    this.options.wire.publish(this.topics.telemetry, message, { qos: 0 }, () => {
      this.telemetryUnderWay = false;
    });
  }

  /** Publishes the serial ports of this computer; a later report, or the next welcome, replaces a lost one. */
  sendPorts(ports: readonly ReportedPort[]): void {
    const { epoch } = this.options.journal;
    if (this.current === 'welcomed' && epoch !== null) this.sayUp('ports', { epoch, ports: [...ports] }, {});
  }

  sayPresence(state: 'online' | 'offline', done?: () => void): void {
    const payload = presencePayload(this.options.clock, this.options.identity, this.options.journal, state);
    this.options.wire.publish(this.topics.presence, payload, { qos: 1, retain: true }, done);
  }

  /** Resolves when everything received so far is handled. */
  async idle(): Promise<void> {
    await this.handling.idle();
    await this.outbox.idle();
  }

  /** Whether the message comes from the server that welcomed this agent, and is still valid. */
  private believes(message: Exclude<DownMessage, Of<'refused'> | Of<'welcome'>>): boolean {
    const mine = this.options.journal.epoch ?? 0;
    const { epoch } = message.body;
    if (epoch < mine)
      this.incoming.ignore('lower-epoch', `${message.kind} of epoch ${epoch}, mine is ${mine}`);
    else if (epoch > mine) this.askAgain(message.kind, epoch);
    else if (this.incoming.isExpired(message)) this.incoming.ignore('expired', message.kind);
    else if (this.current !== 'welcomed' && !isEmergency(message))
      this.incoming.ignore('unwelcomed', message.kind);
    else return true;
    return false;
  }

  /** Another agent may have taken over this lab: the server will answer the hello. */
  private askAgain(kind: string, epoch: number): void {
    this.incoming.ignore('higher-epoch', `${kind} of epoch ${epoch}`);
    if (this.current === 'welcomed') this.connected();
  }

  private takeRefusal({ replyTo, body }: Of<'refused'>): void {
    // The server judges a delayed hello by the journal of that time: its answer is stale.
    if (body.instanceId !== this.options.journal.instanceId || !this.greeting.isMine(replyTo))
      return this.incoming.ignore('not-mine', 'a refusal');
    if (body.cause.code === 'LAB.JOURNAL_BEHIND' && typeof body.cause.details.epoch === 'number')
      return this.admitBehind(body.cause.details.epoch);
    this.disconnected();
    this.current = 'refused';
    this.options.handlers.refused(body.cause);
  }

  /** An old copy of the journal was restored: the server ensures that no print starts on an occupied bed. */
  private admitBehind(epoch: number): void {
    this.options.log.warn(
      { epoch },
      'the journal is older than the events that the server has applied: an old copy was restored',
    );
    this.greeting.admitBehind(epoch);
  }

  private takeTurn({ kind, id }: Pick<DownMessage, 'kind' | 'id'>, work: () => Promise<void>): void {
    this.handling.add(work).catch((error: unknown) => {
      this.options.log.error({ err: error, kind, id }, 'a message failed');
    });
  }

  /** Without a receipt the server repeats the stop: also to the next process, when this one dies while the line is closed. */
  private stopAtOnce(message: Of<'command'>): void {
    const { journal, handlers } = this.options;
    const { id, body } = message;
    if (body.action !== 'emergency-stop' || journal.hasSeen(id) || this.stopsUnderWay.has(id)) return;
    this.stopsUnderWay.add(id);
    void handlers.emergencyStop(body.machineId).then(() =>
      this.takeTurn(message, async () => {
        await journal.remember(id);
        this.stopsUnderWay.delete(id);
        this.sayReceipt(id);
      }),
    );
  }

  private async act(message: Exclude<DownMessage, Of<'refused'> | Of<'watch'> | Of<'look'>>): Promise<void> {
    const { journal, handlers } = this.options;
    switch (message.kind) {
      case 'welcome':
        return this.takeWelcome(message);
      case 'applied':
        await journal.events.applied(message.body.sequence);
        return this.outbox.advance();
      case 'machines':
        await journal.keepMachines(message.body.machines);
        return handlers.machines(message.body.machines);
      case 'assignment':
        return this.takeAssignment(message);
      case 'command':
        return this.takeCommand(message);
    }
  }

  private async takeWelcome({ sentAt, body }: Of<'welcome'>): Promise<void> {
    const { journal, handlers, log } = this.options;
    if (this.current !== 'greeting') return;
    if (body.epoch < (journal.epoch ?? 0)) {
      const fault = new Fault('LAB.SERVER_BEHIND', { server: body.epoch, journal: journal.epoch });
      return log.error({ code: fault.code, details: fault.details }, wordsOf(fault));
    }
    this.incoming.compareClocks(sentAt);
    await journal.welcome(body.epoch, body.appliedSequence);
    await journal.keepMachines(body.machines);
    // Not earlier: if the journal cannot be written now, the next hello retries.
    this.greeting.welcomed();
    // The connection may have gone while the journal was written.
    if (this.current === 'greeting') {
      this.current = 'welcomed';
      log.info({ epoch: body.epoch, machines: body.machines.length }, 'welcomed by the server');
      this.sayPresence('online');
      this.outbox.start();
    }
    await handlers.machines(body.machines);
    await handlers.welcomed(body.runs);
  }

  private async takeAssignment({ id, body }: Of<'assignment'>): Promise<void> {
    const { journal, handlers } = this.options;
    const { epoch: _, ...assignment } = body;
    const verdict = await journal.runs.accept(assignment);
    this.sayReceipt(id);
    if (verdict === 'accepted') handlers.assigned(assignment);
  }

  private async takeCommand({ id, body }: Of<'command'>): Promise<void> {
    const { journal, handlers } = this.options;
    if (this.stopsUnderWay.has(id)) return;
    if (!journal.hasSeen(id)) {
      // First cancel, then store: a cancel stored but not executed would be lost in a crash between the two.
      if (body.action === 'renew-secret') await handlers.renewSecret();
      else await handlers.commanded(body);
      await journal.remember(id);
    }
    this.sayReceipt(id);
  }

  private sayReceipt(replyTo: string): void {
    const { epoch } = this.options.journal;
    if (epoch !== null) this.sayUp('receipt', { epoch }, { replyTo });
  }

  private sendEvent({ id, sequence, at, event }: StoredEvent): void {
    const { epoch } = this.options.journal;
    if (epoch !== null) this.sayUp('event', { epoch, sequence, at, event }, { id });
  }

  private sayUp<Kind extends UpMessage['kind']>(
    kind: Kind,
    body: BodyOf<Kind>,
    options: EnvelopeOptions,
  ): void {
    const message = encodeUp(this.options.clock, kind, body, options);
    this.options.wire.publish(this.topics.up, message, { qos: 1 });
  }
}

const isEmergency = (message: DownMessage): boolean =>
  message.kind === 'command' && message.body.action === 'emergency-stop';

/** The presence message; also the last will, which the broker publishes when the connection breaks. */
export function presencePayload(
  clock: Clock,
  { agentId }: Pick<LinkIdentity, 'agentId'>,
  { instanceId, epoch }: Pick<Journal, 'instanceId' | 'epoch'>,
  state: 'online' | 'offline',
): string {
  return encodePresence(clock, { state, agentId, instanceId, epoch });
}
