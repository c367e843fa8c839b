import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  decode,
  type LabEvent,
  presenceSchema,
  readTopic,
  telemetrySchema,
  type UpMessage,
  upSchema,
} from '@pandafab/lab-link';
import type { AgentId, Clock, LabId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Agent } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { recordMachineEvent } from '../labs/machine-events';
import { raiseMatch } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { type HelloVerdict, judgeHello } from './hello';
import { interruptRuns } from './interrupt-runs';
import { LinkMessage } from './link-message.entity';
import { LinkSender } from './link-sender';
import { PresenceBook } from './presence-book';
import { Refusals } from './refusals';
import { type EventOfRun, RunEvents } from './run-events';

type Of<Kind extends UpMessage['kind']> = Extract<UpMessage, { kind: Kind }>;

/** What agents say to the server: read, checked, and applied once and in order. */
@Injectable()
export class LinkReceiver {
  private readonly log = new Logger('LabLink');
  /** One lab's messages are applied one after the other; labs do not wait for each other. */
  private readonly tails = new Map<LabId, Promise<void>>();
  private readonly refusals = new Refusals();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: LinkSender,
    private readonly presence: PresenceBook,
    private readonly runEvents: RunEvents,
  ) {}

  receive(topic: string, payload: Uint8Array): void {
    const address = readTopic(topic);
    if (!address) return;
    const { labId, leaf } = address;
    if (leaf === 'telemetry') return this.takeTelemetry(labId, payload);
    this.inTurn(labId, () =>
      leaf === 'presence' ? this.takePresence(labId, payload) : this.takeUp(labId, payload),
    );
  }

  private inTurn(labId: LabId, work: () => Promise<void>): void {
    const tail = (this.tails.get(labId) ?? Promise.resolve())
      .then(work)
      .catch((error: Error) =>
        this.log.error(`a message of lab ${labId} failed: ${error.message}`, error.stack),
      );
    this.tails.set(labId, tail);
    tail.then(() => {
      if (this.tails.get(labId) === tail) this.tails.delete(labId);
    });
  }

  /** Messages that were not acted upon since this process began, by reason. */
  get refused(): Readonly<Record<string, number>> {
    return this.refusals.counts;
  }

  /** Settles when everything received so far is applied. */
  async idle(): Promise<void> {
    await Promise.all(this.tails.values());
  }

  private takeTelemetry(labId: LabId, payload: Uint8Array): void {
    const read = decode(telemetrySchema, payload);
    if (!read.ok) return this.refuse(labId, read.refusal, read.detail);
    const { epoch, machines } = read.message.body;
    if (!this.presence.isOnline(labId)) return this.recognise(labId, epoch);
    if (!this.presence.record(labId, epoch, machines))
      this.refuse(labId, 'epoch', `telemetry of epoch ${epoch}`);
  }

  /**
   * Whoever reports is there, also where this process could not note its arrival: the database was away just then, and
   * the broker does not tell twice. One question a lab at a time.
   */
  private recognise(labId: LabId, epoch: number): void {
    if (this.tails.has(labId)) return;
    this.inTurn(labId, async () => {
      const agent = await this.database.of(Agent).findOneBy({ labId });
      if (agent?.instanceId && agent.epoch === epoch) await this.arrive(labId, epoch);
    });
  }

  private async takePresence(labId: LabId, payload: Uint8Array): Promise<void> {
    // An empty retained message is how a broker forgets one.
    if (payload.length === 0) return;
    const read = decode(presenceSchema, payload);
    if (!read.ok) return this.refuse(labId, read.refusal, read.detail);
    const { state, agentId, instanceId } = read.message.body;
    const agent = await this.findAgent(labId, agentId);
    // Revoked: nobody is there any more, whoever says it.
    if (agent?.instanceId === null) return this.leave(labId);
    // The farewell of an agent that was taken over says nothing about the one that is there.
    if (agent?.instanceId !== instanceId) return;
    await (state === 'online' ? this.arrive(labId, agent.epoch) : this.leave(labId));
  }

  private async takeUp(labId: LabId, payload: Uint8Array): Promise<void> {
    const read = decode(upSchema, payload);
    if (!read.ok) return this.refuse(labId, read.refusal, read.detail);
    const { message } = read;
    if (message.kind === 'hello') return this.takeHello(labId, message);
    const agent = await this.database.of(Agent).findOneBy({ labId });
    if (!agent || message.body.epoch !== agent.epoch)
      return this.refuse(labId, 'epoch', `epoch ${message.body.epoch}`);
    if (message.kind === 'receipt') return this.takeReceipt(labId, message);
    return this.takeEvent(agent, message);
  }

  private async takeHello(labId: LabId, { id, body }: Of<'hello'>): Promise<void> {
    const verdict = await this.unitOfWork.run((manager) => this.decideHello(manager, labId, body));
    if (!verdict) return this.refuse(labId, 'unknown-agent', body.agentId);
    if (verdict.answer === 'refused') {
      const { code, details } = verdict;
      this.log.warn(`agent ${body.instanceId} of lab ${labId} refused: ${code}`);
      return this.sender.say(
        labId,
        'refused',
        { instanceId: body.instanceId, cause: { code, details } },
        { replyTo: id },
      );
    }
    this.log.log(`lab ${labId}: agent ${body.agentVersion} is there, epoch ${verdict.epoch}`);
    await this.sender.welcome(labId, verdict.epoch, verdict.appliedSequence, id);
    await this.arrive(labId, verdict.epoch);
    this.sender.sendAgain();
    await this.sender.sendWaiting([labId]);
  }

  private async decideHello(
    manager: EntityManager,
    labId: LabId,
    body: Of<'hello'>['body'],
  ): Promise<HelloVerdict | undefined> {
    const agent = await manager.findOneBy(Agent, { id: body.agentId, labId });
    if (!agent) return undefined;
    const verdict = judgeHello(agent, body);
    if (verdict.answer === 'refused') return verdict;
    const { epoch } = verdict;
    const { instanceId, agentVersion: version } = body;
    const now = { instanceId, epoch, version, mayTakeOver: false, lastHelloAt: this.clock.now() };
    // Events of the same journal may be applied meanwhile, by this process or another: their count is left alone.
    const changes = epoch === agent.epoch ? now : { ...now, appliedSequence: 0 };
    const { id, secretHash, mayTakeOver } = agent;
    const held = { epoch: agent.epoch, instanceId: agent.instanceId ?? IsNull() };
    const before = { id, ...held, secretHash, mayTakeOver };
    const { affected } = await manager.update(Agent, before, changes);
    // Another process welcomed somebody at the same moment: judged again, by what is so now.
    if (affected !== 1) return this.decideHello(manager, labId, body);
    if (verdict.takeover) await interruptRuns(manager, this.clock, labId);
    if (epoch !== agent.epoch) {
      const was = { before: { epoch: agent.epoch }, after: { epoch, version } };
      const note = { action: 'agent.took-over', subject: ['agent', id], labId, ...was } as const;
      await audit(manager, this.clock, note, { kind: 'agent', id });
    }
    return verdict;
  }

  private async takeReceipt(labId: LabId, { replyTo }: Of<'receipt'>): Promise<void> {
    if (!replyTo) return;
    const waiting = { id: replyTo, labId, acknowledgedAt: IsNull() };
    await this.unitOfWork.run((manager) =>
      manager.update(LinkMessage, waiting, { acknowledgedAt: this.clock.now() }),
    );
  }

  private async takeEvent(agent: Agent, { body }: Of<'event'>): Promise<void> {
    const { id, labId } = agent;
    const { epoch, sequence } = body;
    const applied = await this.unitOfWork.run(async (manager) => {
      // Compare and set, before anything else: whoever comes second, in this process or another, changes nothing.
      const previous = { id, epoch, appliedSequence: sequence - 1 };
      const { affected } = await manager.update(Agent, previous, { appliedSequence: sequence });
      if (affected === 1) await this.apply(manager, agent, body);
      // Repeated: told again that it is applied. Too early: the gap waits, the agent repeats from there.
      return affected === 1 ? sequence : (await manager.findOneByOrFail(Agent, { id })).appliedSequence;
    });
    this.sender.say(labId, 'applied', { epoch, sequence: applied });
  }

  private async apply(
    manager: EntityManager,
    agent: Agent,
    { event, at }: Of<'event'>['body'],
  ): Promise<void> {
    if ('runId' in event) return this.runEvents.apply(manager, agent, event);
    const { labId } = agent;
    const { machineId } = event;
    if (!(await manager.existsBy(Machine, { id: machineId, labId })))
      return this.refuse(labId, 'unknown-machine', machineId);
    const type = recordedAs(event);
    await recordMachineEvent(manager, { machineId, type, at: Date.parse(at) });
    const subject = ['machine', machineId] as const;
    await audit(
      manager,
      this.clock,
      { action: `machine.${type}`, subject, labId },
      { kind: 'agent', id: agent.id },
    );
  }

  private async arrive(labId: LabId, epoch: number): Promise<void> {
    if (!this.presence.arrive(labId, epoch)) return;
    this.log.log(`lab ${labId} is online`);
    await this.unitOfWork.run((manager) => raiseMatch(manager, this.clock, labId));
  }

  private leave(labId: LabId): void {
    if (this.presence.leave(labId)) this.log.log(`lab ${labId} is offline`);
  }

  private findAgent(labId: LabId, id: AgentId): Promise<Agent | null> {
    return this.database.of(Agent).findOneBy({ id, labId });
  }

  private refuse(labId: LabId, refusal: string, detail: string): void {
    if (!this.refusals.count(labId, refusal)) return;
    // Whoever wrote it may have written anything.
    this.log.warn(
      `a message of lab ${labId.slice(0, 40)} is ignored (${refusal}, said once): ${detail.slice(0, 300)}`,
    );
  }
}

const recordedAs = (event: Exclude<LabEvent, EventOfRun>) =>
  event.type === 'machine.heaters' ? (`heaters-${event.state}` as const) : 'answer-refused';
