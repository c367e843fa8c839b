import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { hashSecret, newSecret } from '../accounts/secrets';
import { toIso } from '../api/fields';
import { audit, difference } from '../audit/audit';
import { CLOCK } from '../config';
import { BrokerAccess } from '../link/broker-access';
import { interruptRuns } from '../link/interrupt-runs';
import { queueCommand } from '../link/link-outbox';
import { PresenceBook } from '../link/presence-book';
import { MailService } from '../mail/mail.service';
import { raiseMatch } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { touch, UnitOfWork } from '../persistence/unit-of-work';
import { giveSecret } from './enrolment.service';
import { Agent, Lab } from './lab.entity';
import type { CreateLabDto, UpdateLabDto } from './labs.dto';

@Injectable()
export class LabsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly access: BrokerAccess,
    private readonly mail: MailService,
  ) {}

  async list() {
    const labs = await this.database.of(Lab).find({ order: { name: 'ASC' } });
    const agents = await this.database.of(Agent).findBy({ instanceId: Not(IsNull()) });
    const furnished = new Set(agents.map(({ labId }) => labId));
    const items = labs.map((lab) => this.view(lab, furnished.has(lab.id)));
    return { items, total: labs.length };
  }

  /** @throws Fault LAB.UNKNOWN */
  async get(id: LabId) {
    const lab = await this.database.of(Lab).findOneBy({ id });
    if (!lab) throw new Fault('LAB.UNKNOWN');
    const computer = { labId: id, instanceId: Not(IsNull()) };
    return this.view(lab, await this.database.of(Agent).existsBy(computer));
  }

  async create({ name, timeZone }: CreateLabDto) {
    const lab = {
      id: newId<LabId>(),
      name,
      timeZone,
      selfRegistration: false,
      matchRevision: 0,
      heldSince: null,
      heldBecause: null,
      createdAt: this.clock.now(),
    };
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Lab, lab);
      const note = { action: 'lab.opened', subject: ['lab', lab.id], labId: lab.id } as const;
      await audit(manager, this.clock, { ...note, after: { name, timeZone } });
    });
    return this.view(lab, false);
  }

  /** Changes what is given. @throws Fault LAB.UNKNOWN, LAB.REGISTRATION_NEEDS_MAIL */
  async update(id: LabId, changes: UpdateLabDto) {
    await this.unitOfWork.run(async (manager) => {
      const lab = await manager.findOneBy(Lab, { id });
      if (!lab) throw new Fault('LAB.UNKNOWN');
      const changed = difference(lab, changes);
      if (!changed) return;
      // Its link is sent: where no mail goes out, nobody could ever register.
      if (changes.selfRegistration && !lab.selfRegistration && !this.mail.isConfigured)
        throw new Fault('LAB.REGISTRATION_NEEDS_MAIL');
      await manager.update(Lab, { id }, changes);
      await audit(manager, this.clock, {
        action: 'lab.changed',
        subject: ['lab', id],
        labId: id,
        ...changed,
      });
      touch(manager, id);
    });
    return this.get(id);
  }

  /**
   * Somebody has looked at the machines of a lab that was held: its queue goes on. Saying so twice changes nothing.
   * @param since of the hold that they saw
   * @throws Fault LAB.UNKNOWN, LAB.HOLD_CHANGED
   */
  async release(id: LabId, since: number) {
    await this.unitOfWork.run(async (manager) => {
      const lab = await manager.findOneBy(Lab, { id });
      if (!lab) throw new Fault('LAB.UNKNOWN');
      const { heldSince, heldBecause } = lab;
      if (heldSince === null) return;
      if (heldSince !== since) throw new Fault('LAB.HOLD_CHANGED');
      await manager.update(Lab, { id, heldSince }, { heldSince: null, heldBecause: null });
      const before = { because: heldBecause, since: heldSince };
      await audit(manager, this.clock, { action: 'lab.released', subject: ['lab', id], labId: id, before });
      await raiseMatch(manager, this.clock, id);
    });
    return this.get(id);
  }

  /**
   * Makes the lab's agent, or gives it a new secret. Its identity stays, and with it its journal's place.
   * @throws Fault LAB.UNKNOWN
   */
  async issueAgentSecret(labId: LabId) {
    const secret = newSecret();
    const agentId = await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      const given = await giveSecret(manager, labId, secret, this.clock.now());
      await audit(manager, this.clock, { action: 'agent.secret-given', subject: ['agent', given], labId });
      return given;
    });
    this.access.changed(labId);
    return { labId, agentId, secret };
  }

  /**
   * Tells the lab's agent to fetch another secret; the one it has is good until it has used that.
   * @throws Fault LAB.UNKNOWN, LAB.AGENT_OFFLINE
   */
  async renewAgentSecret(labId: LabId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      this.presence.demandOnline(labId);
      await queueCommand(manager, this.clock, labId, { action: 'renew-secret' });
      await audit(manager, this.clock, { action: 'agent.renewal-wished', subject: ['lab', labId], labId });
    });
  }

  /**
   * Shuts the lab's agent out for good: its secret opens nothing, nothing it says is heard, and its runs are reported
   * as interrupted. Saying so twice changes nothing.
   * @throws Fault LAB.UNKNOWN
   */
  async revokeAgent(labId: LabId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await manager.increment(Agent, { labId }, 'epoch', 1);
      const nobody = { secretHash: hashSecret(newSecret()), nextSecretHash: null, mosquittoHash: null };
      await manager.update(
        Agent,
        { labId },
        { ...nobody, instanceId: null, mayTakeOver: false, appliedSequence: 0, appliedEventId: null },
      );
      await interruptRuns(manager, this.clock, labId, 'LAB.AGENT_REPLACED');
      await audit(manager, this.clock, { action: 'agent.revoked', subject: ['lab', labId], labId });
    });
    this.access.changed(labId);
    this.presence.leave(labId);
  }

  private view({ id, name, timeZone, selfRegistration, heldSince, heldBecause }: Lab, hasComputer: boolean) {
    const held =
      heldSince !== null && heldBecause !== null ? { since: toIso(heldSince), because: heldBecause } : null;
    const agentOnline = this.presence.isOnline(id);
    return { id, name, timeZone, selfRegistration, agentOnline, hasComputer, held };
  }
}
