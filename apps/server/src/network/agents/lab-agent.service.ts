import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Fault, type LabId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Lab } from '../labs/lab.entity';
import { LabComputers } from '../labs/lab-computers';
import { sendToLab } from '../link/link-outbox';
import { PresenceBook } from '../link/presence-book';
import { Agent } from './agent.entity';
import { BrokerAccess } from './broker-access';
import { giveSecret } from './enrolment.service';
import { LabRuns } from './lab-runs';

/** The identity of a lab's agent, which administrators give and revoke. */
@Injectable()
export class LabAgentService implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly access: BrokerAccess,
    private readonly computers: LabComputers,
    private readonly runs: LabRuns,
  ) {}

  onModuleInit(): void {
    this.computers.register((labIds) => this.withComputer(labIds));
  }

  /**
   * Creates the lab's agent, or gives it a new secret. Its identity and its position in the journal stay.
   * @throws Fault LAB.UNKNOWN
   */
  async issueSecret(labId: LabId) {
    const secret = newSecret();
    const agentId = await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      const given = await giveSecret(unit, labId, secret);
      await audit(unit, { action: 'agent.secret-given', subject: ['agent', given], labId });
      return given;
    });
    this.access.changed(labId);
    return { labId, agentId, secret };
  }

  /**
   * Tells the lab's agent to fetch another secret; its present one is valid until it has used the new one.
   * @throws Fault LAB.UNKNOWN, LAB.AGENT_OFFLINE
   */
  async renewSecret(labId: LabId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      if (!(await unit.manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      this.presence.demandOnline(labId);
      await sendToLab(unit, labId, { kind: 'command', body: { action: 'renew-secret' } });
      await audit(unit, { action: 'agent.renewal-requested', subject: ['lab', labId], labId });
    });
  }

  /**
   * Revokes the lab's agent permanently: its secret becomes invalid, its messages are refused, and its runs are reported
   * as interrupted. A second call changes nothing.
   * @throws Fault LAB.UNKNOWN
   */
  async revoke(labId: LabId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await manager.increment(Agent, { labId }, 'epoch', 1);
      const unusable = { secretHash: hashSecret(newSecret()), nextSecretHash: null, mosquittoHash: null };
      await manager.update(
        Agent,
        { labId },
        { ...unusable, instanceId: null, mayTakeOver: false, appliedSequence: 0, appliedEventId: null },
      );
      await this.runs.interrupt(unit, labId, 'LAB.AGENT_REPLACED');
      await audit(unit, { action: 'agent.revoked', subject: ['lab', labId], labId });
    });
    this.access.changed(labId);
    this.presence.leave(labId);
  }

  private async withComputer(labIds: readonly LabId[]): Promise<ReadonlySet<LabId>> {
    const hasComputer = { labId: In([...labIds]), instanceId: Not(IsNull()) };
    const agents = await this.database.of(Agent).findBy(hasComputer);
    return new Set(agents.map(({ labId }) => labId));
  }
}
