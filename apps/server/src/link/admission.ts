import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LabId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Agent } from '../labs/lab.entity';
import { type Hello, type HelloVerdict, judgeHello } from './hello';
import { holdLab } from './hold-lab';
import { interruptRuns } from './interrupt-runs';
import { compareRuns } from './known-runs';

/** Writes down what a hello leads to: who holds the lab's identity, in which epoch, and whether the lab is held. */
@Injectable()
export class Admission {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Undefined for an agent that this lab does not have. */
  async decide(manager: EntityManager, labId: LabId, body: Hello): Promise<HelloVerdict | undefined> {
    const agent = await manager.findOneBy(Agent, { id: body.agentId, labId });
    if (!agent) return undefined;
    const runs = await compareRuns(manager, labId, body.runs);
    const verdict = judgeHello(agent, body, runs);
    if (verdict.answer === 'refused') return verdict;
    // Another process welcomed somebody at the same moment: judged again, by what is so now.
    if (!(await this.admit(manager, agent, body, verdict.epoch))) return this.decide(manager, labId, body);
    const { hold, takeover } = verdict;
    if (hold) await holdLab(manager, this.clock, agent, hold, runs.unknown);
    else if (takeover) await interruptRuns(manager, this.clock, labId, 'LAB.AGENT_REPLACED');
    return verdict;
  }

  /** Compare and set: false where the agent is no longer what it was judged by. */
  private async admit(
    manager: EntityManager,
    agent: Agent,
    { instanceId, agentVersion: version }: Hello,
    epoch: number,
  ): Promise<boolean> {
    const now = { instanceId, epoch, version, mayTakeOver: false, lastHelloAt: this.clock.now() };
    const isNew = epoch !== agent.epoch;
    // Events of the same journal may be applied meanwhile, by this process or another: their count is left alone.
    const changes = isNew ? { ...now, appliedSequence: 0, appliedEventId: null } : now;
    const { id, labId, secretHash, mayTakeOver } = agent;
    const held = { epoch: agent.epoch, instanceId: agent.instanceId ?? IsNull() };
    const { affected } = await manager.update(Agent, { id, ...held, secretHash, mayTakeOver }, changes);
    if (affected !== 1) return false;
    if (!isNew) return true;
    const was = { before: { epoch: agent.epoch }, after: { epoch, version } };
    const note = { action: 'agent.took-over', subject: ['agent', id], labId, ...was } as const;
    await audit(manager, this.clock, note, { kind: 'agent', id });
    return true;
  }
}
