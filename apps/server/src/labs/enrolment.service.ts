import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type AgentId, type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { hashSecret, newSecret } from '../accounts/secrets';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Limits } from '../limits/limits.service';
import { networkOf } from '../limits/network-of';
import { BrokerAccess } from '../link/broker-access';
import { mosquittoHash } from '../link/mosquitto/password';
import { UnitOfWork } from '../persistence/unit-of-work';
import { EnrolmentCode } from './enrolment-code.entity';
import { Agent, Lab } from './lab.entity';

const LIFE_MS = 24 * 3_600_000;
/** Without I, L, O and U, which people mistake (Crockford's base 32): sixty bits in three groups of four. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** As people type it: in small letters, without hyphens, with the letters that look like numbers. */
const hashOf = (typed: string): string =>
  hashSecret(
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1'),
  );

/** How a computer becomes the agent of a lab: by a code that an administrator gives to whoever stands before it. */
@Injectable()
export class EnrolmentService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: BrokerAccess,
    private readonly limits: Limits,
  ) {}

  /**
   * A code for one computer, shown this once. Earlier ones of the lab that nobody has used open nothing any more.
   * @throws Fault LAB.UNKNOWN
   */
  async issue(labId: LabId, createdBy: AccountId): Promise<{ code: string; expiresAt: number }> {
    const code = newCode();
    const createdAt = this.clock.now();
    const expiresAt = createdAt + LIFE_MS;
    await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await manager.delete(EnrolmentCode, { labId, usedAt: IsNull() });
      const row = { id: newId<string>(), labId, codeHash: hashOf(code), createdBy, createdAt, expiresAt };
      await manager.insert(EnrolmentCode, { ...row, usedAt: null } as object);
      await audit(manager, this.clock, {
        action: 'agent.code-made',
        subject: ['lab', labId],
        labId,
        after: { expiresAt },
      });
    });
    return { code, expiresAt };
  }

  /**
   * Exchanges a code for the lab's identity and a new secret; an earlier agent's secret opens nothing any more, and the
   * newcomer's first hello takes over from it.
   * @param address of whoever asks: guessing is slowed down by it
   * @throws Fault LAB.ENROLMENT_CODE_INVALID, AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}
   */
  async enrol(code: string, address: string): Promise<{ labId: LabId; agentId: AgentId; secret: string }> {
    await this.limits.demand('enrolment', networkOf(address));
    const identity = await this.unitOfWork.run((manager) => this.exchange(manager, hashOf(code)));
    await this.limits.forgive('enrolment', networkOf(address));
    this.access.changed(identity.labId);
    return identity;
  }

  private async exchange(manager: EntityManager, codeHash: string) {
    const now = this.clock.now();
    // Compare and set: of two that offer the same code at once, one gets in.
    const fresh = { codeHash, usedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await manager.update(EnrolmentCode, fresh, { usedAt: now });
    if (affected !== 1) throw new Fault('LAB.ENROLMENT_CODE_INVALID');
    const { labId } = await manager.findOneByOrFail(EnrolmentCode, { codeHash });
    const secret = newSecret();
    const agentId = await giveSecret(manager, labId, secret, now, { mayTakeOver: true });
    const actor = { kind: 'agent', id: agentId } as const;
    await audit(manager, this.clock, { action: 'agent.enrolled', subject: ['agent', agentId], labId }, actor);
    return { labId, agentId, secret };
  }
}

/** Makes the lab's agent, or gives it another secret; its identity stays, and with it its journal's place. */
export async function giveSecret(
  manager: EntityManager,
  labId: LabId,
  secret: string,
  now: number,
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
