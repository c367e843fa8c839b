import { Injectable } from '@nestjs/common';
import { type ApprovalRules, NO_APPROVAL_RULES } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { LabApprovalRules } from './approval-rules.entity';

/** The rules of a lab; those of a lab that set none ask for nothing. */
export async function approvalRulesOf(manager: EntityManager, labId: LabId): Promise<ApprovalRules> {
  const row = await manager.findOneBy(LabApprovalRules, { labId });
  if (!row) return NO_APPROVAL_RULES;
  const { firstJobs, longerThanHours, costOverCents, materials } = row;
  return { firstJobs, longerThanHours, costOverCents, materials };
}

/** The rules by which a lab asks for a manager's yes. Jobs that wait keep what was decided when they were submitted. */
@Injectable()
export class ApprovalRulesService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async get(labId: LabId): Promise<{ -readonly [Key in keyof ApprovalRules]: ApprovalRules[Key] }> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    return approvalRulesOf(manager, labId);
  }

  /** Replaces all rules of the lab. @throws Fault LAB.UNKNOWN */
  async set(labId: LabId, rules: ApprovalRules): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      const changed = difference(await approvalRulesOf(manager, labId), rules);
      if (!changed) return;
      await manager.upsert(LabApprovalRules, { labId, ...rules, materials: [...rules.materials] }, ['labId']);
      await audit(unit, { action: 'lab.approval-rules-changed', subject: ['lab', labId], labId, ...changed });
    });
  }
}
