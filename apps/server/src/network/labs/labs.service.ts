import { Injectable } from '@nestjs/common';
import { Fault, type LabId, newId } from '@pandafab/shared';
import { audit, difference } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { MailService } from '../../platform/mail/mail.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PresenceBook } from '../link/presence-book';
import { Lab } from './lab.entity';
import { LabComputers } from './lab-computers';
import type { CreateLabDto, UpdateLabDto } from './labs.dto';
import { requestMatching } from './request-matching';

@Injectable()
export class LabsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly mail: MailService,
    private readonly computers: LabComputers,
  ) {}

  async list() {
    const labs = await this.database.of(Lab).find({ order: { name: 'ASC' } });
    const furnished = await this.computers.among(labs.map(({ id }) => id));
    const items = labs.map((lab) => this.view(lab, furnished.has(lab.id)));
    return { items, total: labs.length };
  }

  /** @throws Fault LAB.UNKNOWN */
  async get(id: LabId) {
    const lab = await this.database.of(Lab).findOneBy({ id });
    if (!lab) throw new Fault('LAB.UNKNOWN');
    return this.view(lab, (await this.computers.among([id])).has(id));
  }

  async create({ name, timeZone }: CreateLabDto) {
    const id = newId<LabId>();
    const blank = { selfRegistration: false, matchRevision: 0, heldSince: null, heldBecause: null };
    const lab = await this.unitOfWork.run(async (unit) => {
      const row = { id, name, timeZone, ...blank, createdAt: unit.now };
      await unit.manager.insert(Lab, row);
      const note = { action: 'lab.opened', subject: ['lab', id], labId: id } as const;
      await audit(unit, { ...note, after: { name, timeZone } });
      return row;
    });
    return this.view(lab, false);
  }

  /** Changes the given fields. @throws Fault LAB.UNKNOWN, LAB.REGISTRATION_NEEDS_MAIL */
  async update(id: LabId, changes: UpdateLabDto) {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const lab = await manager.findOneBy(Lab, { id });
      if (!lab) throw new Fault('LAB.UNKNOWN');
      const changed = difference(lab, changes);
      if (!changed) return;
      // Registration needs a link sent by mail: without mail, no member could register.
      if (changes.selfRegistration && !lab.selfRegistration && !this.mail.isConfigured)
        throw new Fault('LAB.REGISTRATION_NEEDS_MAIL');
      await manager.update(Lab, { id }, changes);
      await audit(unit, {
        action: 'lab.changed',
        subject: ['lab', id],
        labId: id,
        ...changed,
      });
      unit.touch(id);
    });
    return this.get(id);
  }

  /**
   * Resumes the queue of a lab on hold, after a person has checked its machines. A second call changes nothing.
   * @param since when the hold began that this person saw
   * @throws Fault LAB.UNKNOWN, LAB.HOLD_CHANGED
   */
  async release(id: LabId, since: number) {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const lab = await manager.findOneBy(Lab, { id });
      if (!lab) throw new Fault('LAB.UNKNOWN');
      const { heldSince, heldBecause } = lab;
      if (heldSince === null) return;
      if (heldSince !== since) throw new Fault('LAB.HOLD_CHANGED');
      await manager.update(Lab, { id, heldSince }, { heldSince: null, heldBecause: null });
      const before = { because: heldBecause, since: heldSince };
      await audit(unit, { action: 'lab.released', subject: ['lab', id], labId: id, before });
      await requestMatching(unit, id);
    });
    return this.get(id);
  }

  private view({ id, name, timeZone, selfRegistration, heldSince, heldBecause }: Lab, hasComputer: boolean) {
    const held =
      heldSince !== null && heldBecause !== null ? { since: toIso(heldSince), because: heldBecause } : null;
    const agentOnline = this.presence.isOnline(id);
    return { id, name, timeZone, selfRegistration, agentOnline, hasComputer, held };
  }
}
