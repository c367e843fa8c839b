import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountId, type AgentId, Fault, type LabId, newId } from '@pandafab/shared';
import { IsNull, MoreThan } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { agentActor } from '../../platform/kit/actor';
import { Limits } from '../../platform/limits/limits.service';
import { networkOf } from '../../platform/limits/network-of';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Lab } from '../labs/lab.entity';
import { mosquittoHash } from '../link/mosquitto/password';
import { Agent } from './agent.entity';
import { BrokerAccess } from './broker-access';
import { EnrolmentCode } from './enrolment-code.entity';

const LIFE_MS = 24 * 3_600_000;
/**
 * Without I, L, O and U, which people confuse with other characters (Crockford's base 32): sixty bits in three groups
 * of four.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** As people type the code: in small letters, without hyphens, with the letters that look like numbers. */
const hashOf = (typed: string): string =>
  hashSecret(
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1'),
  );

/** Makes a computer the agent of a lab, by a code that an administrator gives to the person at that computer. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: BrokerAccess,
    private readonly limits: Limits,
  ) {}

  /**
   * Makes a code for one computer; it is shown only this once. Unused earlier codes of the lab become invalid.
   * @throws Fault LAB.UNKNOWN
   */
  async issue(labId: LabId, createdBy: AccountId): Promise<{ code: string; expiresAt: number }> {
    const code = newCode();
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const expiresAt = createdAt + LIFE_MS;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await manager.delete(EnrolmentCode, { labId, usedAt: IsNull() });
      const row = { id: newId<string>(), labId, codeHash: hashOf(code), createdBy, createdAt, expiresAt };
      await manager.insert(EnrolmentCode, { ...row, usedAt: null } as object);
      await audit(unit, {
        action: 'agent.code-made',
        subject: ['lab', labId],
        labId,
        after: { expiresAt },
      });
      return { code, expiresAt };
    });
  }

  /**
   * Exchanges a code for the lab's identity and a new secret. The secret of an earlier agent becomes invalid, and the
   * first hello of the new one takes over from it.
   * @param address of the caller: its attempts are rate-limited, against guessing
   * @throws Fault LAB.ENROLMENT_CODE_INVALID, AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}
   */
  async enrol(code: string, address: string): Promise<{ labId: LabId; agentId: AgentId; secret: string }> {
    await this.limits.demand('enrolment', networkOf(address));
    const identity = await this.unitOfWork.run((unit) => this.exchange(unit, hashOf(code)));
    await this.limits.forgive('enrolment', networkOf(address));
    this.access.changed(identity.labId);
    return identity;
  }

  private async exchange(unit: Unit, codeHash: string) {
    const { manager, now } = unit;
    // Compare and set: if two callers send the same code at the same time, one of them succeeds.
    const fresh = { codeHash, usedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await manager.update(EnrolmentCode, fresh, { usedAt: now });
    if (affected !== 1) throw new Fault('LAB.ENROLMENT_CODE_INVALID');
    const { labId } = await manager.findOneByOrFail(EnrolmentCode, { codeHash });
    const secret = newSecret();
    const agentId = await giveSecret(unit, labId, secret, { mayTakeOver: true });
    const note = { action: 'agent.enrolled', subject: ['agent', agentId], labId } as const;
    await audit(unit.as(agentActor(agentId)), note);
    return { labId, agentId, secret };
  }
}

/** Creates the lab's agent, or gives it another secret; its identity and its position in the journal stay. */
export async function giveSecret(
  { manager, now }: Unit,
  labId: LabId,
  secret: string,
  changes: Partial<Pick<Agent, 'mayTakeOver'>> = {},
): Promise<AgentId> {
  const hashes = { secretHash: hashSecret(secret), mosquittoHash: mosquittoHash(secret) };
  const known = await manager.findOneBy(Agent, { labId });
  if (known) {
    await manager.update(Agent, { id: known.id }, { ...hashes, nextSecretHash: null, ...changes });
    return known.id;
  }
  const id = newId<AgentId>();
  const blank = { nextSecretHash: null, epoch: 0, appliedSequence: 0, mayTakeOver: false, createdAt: now };
  await manager.insert(Agent, { id, labId, ...hashes, ...blank });
  return id;
}
