import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { FaultCode, FaultDetails, LabId } from '@pandafab/shared';
import { agentActor } from '../../platform/kit/actor';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { requestMatching } from '../labs/request-matching';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { LinkSender } from '../link/link-sender';
import { PresenceBook } from '../link/presence-book';
import { Refusals } from '../link/refusals';
import { WaitingMessages } from '../link/waiting-messages';
import { MachineList } from '../machines/machine-list';
import { Admission } from './admission';
import type { HelloVerdict } from './hello';
import { LabRuns } from './lab-runs';
import { UnprovenLabs } from './unproven-labs';

type Welcome = Extract<HelloVerdict, { answer: 'welcome' }>;

/** Answers the hello of agents: with a welcome and the waiting messages, or with a refusal. */
@Injectable()
export class HelloReceiver implements OnModuleInit {
  private readonly log = new Logger('LabLink');

  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: IncomingMessages,
    private readonly sender: LinkSender,
    private readonly waiting: WaitingMessages,
    private readonly presence: PresenceBook,
    private readonly refusals: Refusals,
    private readonly admission: Admission,
    private readonly runs: LabRuns,
    private readonly machines: MachineList,
    private readonly unproven: UnprovenLabs,
  ) {}

  onModuleInit(): void {
    this.messages.register('hello', (labId, message) => this.handle(labId, message));
  }

  private async handle(labId: LabId, hello: Received<'hello'>): Promise<void> {
    const { body } = hello;
    const decide = (unit: Unit) => this.admission.decide(unit, labId, body);
    const verdict = await this.unitOfWork.run(decide, { by: agentActor(body.agentId) });
    if (!verdict) return this.refusals.refuse(labId, 'unknown-agent', body.agentId);
    if (verdict.answer === 'refused') return this.refuse(labId, hello, verdict);
    this.log.log(`lab ${labId}: agent ${body.agentVersion} is connected, epoch ${verdict.epoch}`);
    if (verdict.hold)
      this.log.warn(`lab ${labId} is on hold until a person has checked its machines: ${verdict.hold}`);
    this.unproven.note(labId, body);
    await this.welcome(labId, verdict, hello.id);
    this.awaitEvents(labId, verdict, body);
    await this.arrive(labId, verdict.epoch);
    this.waiting.sendAgain();
    await this.waiting.sendTo([labId]);
  }

  private refuse(
    labId: LabId,
    { id: replyTo, body: { instanceId } }: Received<'hello'>,
    { code, details }: { readonly code: FaultCode; readonly details: FaultDetails },
  ): void {
    this.log.warn(`agent ${instanceId} of lab ${labId} refused: ${code}`);
    this.sender.say(labId, 'refused', { instanceId, cause: { code, details } }, { replyTo });
  }

  private async welcome(labId: LabId, { epoch, appliedSequence }: Welcome, replyTo: string): Promise<void> {
    const runs = await this.runs.expected(this.database.manager, labId);
    const machines = await this.machines.of(labId);
    this.sender.say(labId, 'welcome', { epoch, appliedSequence, machines, runs }, { replyTo });
  }

  /**
   * Events that the agent still holds can change what its machines' telemetry means: a print that ended, a bed with a
   * part.
   */
  private awaitEvents(
    labId: LabId,
    { appliedSequence }: Welcome,
    { held, lastSequence }: Received<'hello'>['body'],
  ): void {
    // An agent that does not say which events it holds may hold none.
    const count = held ? lastSequence - Math.max(held.acknowledged, appliedSequence) : 0;
    if (count > 0) this.presence.catchUp(labId, appliedSequence + count);
  }

  private async arrive(labId: LabId, epoch: number): Promise<void> {
    if (!this.presence.arrive(labId, epoch)) return;
    this.log.log(`lab ${labId} is online`);
    await this.unitOfWork.run((unit) => requestMatching(unit, labId));
  }
}
