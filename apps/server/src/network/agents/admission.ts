import { Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { Agent } from './agent.entity';
import { type Hello, type HelloVerdict, judgeHello } from './hello';
import { holdLab } from './hold-lab';
import { LabRuns } from './lab-runs';

/**
 * Records the result of a hello: which agent has the lab's identity, in which epoch, and whether the lab is on hold.
 */
@Injectable()
export class Admission {
  constructor(private readonly runs: LabRuns) {}

  /** Undefined where the lab has no such agent. */
  async decide(unit: Unit, labId: LabId, body: Hello): Promise<HelloVerdict | undefined> {
    const { manager } = unit;
    const agent = await manager.findOneBy(Agent, { id: body.agentId, labId });
    if (!agent) return undefined;
    const runs = await this.runs.compare(manager, labId, body.runs);
    const verdict = judgeHello(agent, body, runs);
    if (verdict.answer === 'refused') return verdict;
    // Another process has welcomed an agent at the same time: judge again, by the current rows.
    if (!(await this.admit(unit, agent, body, verdict.epoch))) return this.decide(unit, labId, body);
    const { hold, takeover } = verdict;
    if (hold) await holdLab(unit, this.runs, labId, hold, runs.unknown);
    else if (takeover) await this.runs.interrupt(unit, labId, 'LAB.AGENT_REPLACED');
    return verdict;
  }

  /** Compare and set: false where the agent has changed since it was judged. */
  private async admit(
    unit: Unit,
    agent: Agent,
    { instanceId, agentVersion: version }: Hello,
    epoch: number,
  ): Promise<boolean> {
    const now = { instanceId, epoch, version, mayTakeOver: false, lastHelloAt: unit.now };
    const isNew = epoch !== agent.epoch;
    // This process or another may be applying events of the same journal: their count is left alone.
    const changes = isNew ? { ...now, appliedSequence: 0, appliedEventId: null } : now;
    const { id, labId, secretHash, mayTakeOver } = agent;
    const held = { epoch: agent.epoch, instanceId: agent.instanceId ?? IsNull() };
    const { affected } = await unit.manager.update(Agent, { id, ...held, secretHash, mayTakeOver }, changes);
    if (affected !== 1) return false;
    if (!isNew) return true;
    const was = { before: { epoch: agent.epoch }, after: { epoch, version } };
    const note = { action: 'agent.took-over', subject: ['agent', id], labId, ...was } as const;
    await audit(unit, note);
    return true;
  }
}
