import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { agentActor } from '../../platform/kit/actor';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { IncomingMessages, type Received } from '../link/incoming-messages';
import { LabEvents } from '../link/lab-events';
import { LinkSender } from '../link/link-sender';
import { PresenceBook } from '../link/presence-book';
import { Refusals } from '../link/refusals';
import { Agent } from './agent.entity';
import { HelloRequests } from './hello-requests';
import { holdLab } from './hold-lab';
import { LabRuns } from './lab-runs';
import { LabsToMatch } from './labs-to-match';
import { UnprovenLabs } from './unproven-labs';

/** Applies each event of an agent's journal once, in order, and tells the agent up to which event it has done so. */
@Injectable()
export class EventReceiver implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: IncomingMessages,
    private readonly events: LabEvents,
    private readonly sender: LinkSender,
    private readonly presence: PresenceBook,
    private readonly refusals: Refusals,
    private readonly hellos: HelloRequests,
    private readonly runs: LabRuns,
    private readonly toMatch: LabsToMatch,
    private readonly unproven: UnprovenLabs,
  ) {}

  onModuleInit(): void {
    this.messages.register('event', (labId, message) => this.handle(labId, message));
  }

  private async handle(labId: LabId, { id: appliedEventId, body }: Received<'event'>): Promise<void> {
    const { epoch, sequence } = body;
    const agent = await this.database.of(Agent).findOneBy({ labId });
    if (agent?.epoch !== epoch) return this.refusals.refuse(labId, 'epoch', `epoch ${epoch}`);
    const { id } = agent;
    const isFirst = this.unproven.isFirstEvent(labId);
    const apply = async (unit: Unit) => {
      const { manager } = unit;
      // Compare and set, before anything else: a duplicate of the event, in this process or another, changes nothing.
      const previous = { id, epoch, appliedSequence: sequence - 1 };
      const changes = { appliedSequence: sequence, appliedEventId };
      const { affected } = await manager.update(Agent, previous, changes);
      if (affected === 1) await this.events.apply(unit, body.event, { labId, at: Date.parse(body.at) });
      // A duplicate: the agent is told again that it is applied. Too early: the agent repeats from the first missing
      // event.
      if (affected === 1) return sequence;
      const { appliedSequence } = await manager.findOneByOrFail(Agent, { id });
      // The first event that such an agent sends after its hello is the lowest one that it holds.
      if (isFirst && sequence > appliedSequence + 1) return this.raiseEpoch(unit, agent);
      return appliedSequence;
    };
    const applied = await this.unitOfWork.run(apply, { by: agentActor(id) });
    if (applied === 'raised') return this.hellos.send(labId, epoch);
    this.noteApplied(labId, applied, body);
    this.sender.say(labId, 'applied', { epoch, sequence: applied });
  }

  private noteApplied(labId: LabId, applied: number, { sequence, event }: Received<'event'>['body']): void {
    const caughtUp = this.presence.applied(labId, applied);
    const isEnd = event.type === 'run.ended' && applied >= sequence;
    if ((isEnd && this.presence.settle(event.runId)) || caughtUp) this.toMatch.add(labId);
  }

  /**
   * This agent's hello does not say what its journal holds, and its first event shows that the database lost events
   * which the agent has already deleted.
   */
  private async raiseEpoch(unit: Unit, agent: Agent): Promise<'raised'> {
    const { id, epoch } = agent;
    const changes = { epoch: epoch + 1, appliedSequence: 0, appliedEventId: null };
    const { affected } = await unit.manager.update(Agent, { id, epoch }, changes);
    if (affected === 1) await holdLab(unit, this.runs, agent.labId, 'LAB.SERVER_RESTORED');
    return 'raised';
  }
}
