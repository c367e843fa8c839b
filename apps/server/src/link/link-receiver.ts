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
import type { AgentId, Clock, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Agent } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { recordMachineEvent } from '../labs/machine-events';
import { raiseMatch } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Admission } from './admission';
import type { HelloVerdict } from './hello';
import { holdLab } from './hold-lab';
import { LinkMessage } from './link-message.entity';
import { LinkSender, REPEAT_MS } from './link-sender';
import { PresenceBook } from './presence-book';
import { Refusals } from './refusals';
import { type EventOfRun, RunEvents } from './run-events';

type Of<Kind extends UpMessage['kind']> = Extract<UpMessage, { kind: Kind }>;
type Welcome = Extract<HelloVerdict, { answer: 'welcome' }>;

/** What agents say to the server: read, checked, and applied once and in order. */
@Injectable()
export class LinkReceiver {
  private readonly log = new Logger('LabLink');
  /** One lab's messages are applied one after the other; labs do not wait for each other. */
  private readonly tails = new Map<LabId, Promise<void>>();
  private readonly refusals = new Refusals();
  /** When a lab was last asked to say hello, by the monotonic clock. */
  private readonly askedAt = new Map<LabId, number>();
  /** Labs in which a machine became free, until a match for it is written down. */
  private readonly toMatch = new Set<LabId>();
  /** Labs whose agent said no more than agents did at first, and of whose journal no event has come since its hello. */
  private readonly unproven = new Set<LabId>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: LinkSender,
    private readonly presence: PresenceBook,
    private readonly runEvents: RunEvents,
    private readonly admission: Admission,
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
    if (!this.presence.isOnline(labId)) return this.askForHello(labId, epoch);
    const recorded = this.presence.record(labId, epoch, machines);
    if (recorded === 'refused') return this.refuse(labId, 'epoch', `telemetry of epoch ${epoch}`);
    if (recorded === 'freed') this.toMatch.add(labId);
    if (!this.tails.has(labId) && this.sender.owesMachines(labId, machines))
      this.inTurn(labId, () => this.sender.tellMachines(labId));
    // Asked for again with the next telemetry, should the database be away just now.
    if (this.toMatch.has(labId) && !this.tails.has(labId)) this.inTurn(labId, () => this.matchAgain(labId));
  }

  /** A machine can take a run that could not before. */
  private async matchAgain(labId: LabId): Promise<void> {
    await this.unitOfWork.run((manager) => raiseMatch(manager, this.clock, labId));
    this.toMatch.delete(labId);
  }

  /**
   * Somebody is there whose hello this process has not heard: it began later, or its database was away just then. Only a
   * hello says whether the database knows all that the journal knows, so nothing is given to that lab before it.
   */
  private askForHello(labId: LabId, epoch: number | null): void {
    const now = this.clock.monotonic();
    if (this.tails.has(labId) || now - (this.askedAt.get(labId) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS)
      return;
    this.askedAt.set(labId, now);
    this.inTurn(labId, async () => {
      const agent = await this.database.of(Agent).findOneBy({ labId });
      if (agent?.instanceId && !this.presence.isOnline(labId))
        this.sender.askForHello(labId, Math.max(agent.epoch, epoch ?? 0));
    });
  }

  private async takePresence(labId: LabId, payload: Uint8Array): Promise<void> {
    // An empty retained message is how a broker forgets one.
    if (payload.length === 0) return;
    const read = decode(presenceSchema, payload);
    if (!read.ok) return this.refuse(labId, read.refusal, read.detail);
    const { state, agentId, instanceId, epoch } = read.message.body;
    const agent = await this.findAgent(labId, agentId);
    // Revoked: nobody is there any more, whoever says it.
    if (agent?.instanceId === null) return this.leave(labId);
    // The farewell of an agent that was taken over says nothing about the one that is there.
    if (agent?.instanceId !== instanceId) return;
    if (state === 'offline') return this.leave(labId);
    // What a broker has kept may be from before this process began.
    if (!this.presence.isOnline(labId)) this.sender.askForHello(labId, Math.max(agent.epoch, epoch ?? 0));
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
    const verdict = await this.unitOfWork.run((manager) => this.admission.decide(manager, labId, body));
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
    if (verdict.hold) this.log.warn(`lab ${labId} is held until a person has looked: ${verdict.hold}`);
    if (body.held) this.unproven.delete(labId);
    else this.unproven.add(labId);
    await this.sender.welcome(labId, verdict.epoch, verdict.appliedSequence, id);
    this.awaitEvents(labId, verdict, body);
    await this.arrive(labId, verdict.epoch);
    this.sender.sendAgain();
    await this.sender.sendWaiting([labId]);
  }

  /** What the agent holds tells of its machines what their own words do not: a print that ended, a bed with a part. */
  private awaitEvents(
    labId: LabId,
    { appliedSequence }: Welcome,
    { held, lastSequence }: Of<'hello'>['body'],
  ): void {
    // An agent that does not say what it holds may hold nothing.
    const count = held ? lastSequence - Math.max(held.acknowledged, appliedSequence) : 0;
    if (count > 0) this.presence.catchUp(labId, appliedSequence + count);
  }

  private async takeReceipt(labId: LabId, { replyTo }: Of<'receipt'>): Promise<void> {
    if (!replyTo) return;
    const waiting = { id: replyTo, labId, acknowledgedAt: IsNull() };
    await this.unitOfWork.run(async (manager) => {
      const { affected } = await manager.update(LinkMessage, waiting, { acknowledgedAt: this.clock.now() });
      if (affected === 1) await this.noteStop(manager, labId, replyTo);
    });
  }

  /** A stop has arrived: where it was overdue the record says so, and its machine may be given jobs again. */
  private async noteStop(manager: EntityManager, labId: LabId, id: string): Promise<void> {
    const { body, overdueAt } = await manager.findOneByOrFail(LinkMessage, { id });
    if (body.action !== 'emergency-stop') return;
    const machineId = body.machineId as MachineId;
    if (overdueAt !== null)
      await recordMachineEvent(manager, {
        machineId,
        type: 'emergency-stop-delivered',
        at: this.clock.now(),
      });
    await raiseMatch(manager, this.clock, labId);
  }

  private async takeEvent(agent: Agent, { id: appliedEventId, body }: Of<'event'>): Promise<void> {
    const { id, labId } = agent;
    const { epoch, sequence } = body;
    const isFirst = this.unproven.delete(labId);
    const applied = await this.unitOfWork.run(async (manager) => {
      // Compare and set, before anything else: whoever comes second, in this process or another, changes nothing.
      const previous = { id, epoch, appliedSequence: sequence - 1 };
      const { affected } = await manager.update(Agent, previous, {
        appliedSequence: sequence,
        appliedEventId,
      });
      if (affected === 1) await this.apply(manager, agent, body);
      // Repeated: told again that it is applied. Too early: the gap waits, the agent repeats from there.
      if (affected === 1) return sequence;
      const { appliedSequence } = await manager.findOneByOrFail(Agent, { id });
      // The first that an agent sends after its hello is the lowest that it holds.
      if (isFirst && sequence > appliedSequence + 1) return this.raiseEpoch(manager, agent);
      return appliedSequence;
    });
    if (applied === 'raised') return this.sender.askForHello(labId, epoch);
    this.noteApplied(labId, applied, body);
    this.sender.say(labId, 'applied', { epoch, sequence: applied });
  }

  private noteApplied(labId: LabId, applied: number, { sequence, event }: Of<'event'>['body']): void {
    const caughtUp = this.presence.applied(labId, applied);
    const isEnd = event.type === 'run.ended' && applied >= sequence;
    if ((isEnd && this.presence.settle(event.runId)) || caughtUp) this.toMatch.add(labId);
  }

  /** An agent that cannot say what it holds has forgotten events which this database does not know. */
  private async raiseEpoch(manager: EntityManager, agent: Agent): Promise<'raised'> {
    const { id, epoch } = agent;
    const changes = { epoch: epoch + 1, appliedSequence: 0, appliedEventId: null };
    const { affected } = await manager.update(Agent, { id, epoch }, changes);
    if (affected === 1) await holdLab(manager, this.clock, agent, 'LAB.SERVER_RESTORED');
    return 'raised';
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
