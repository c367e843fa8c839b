import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type LabId, newId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { BaseUrl } from '../../platform/kit/base-url';
import { CLOCK } from '../../platform/kit/config';
import { Limits } from '../../platform/limits/limits.service';
import { networkOf } from '../../platform/limits/network-of';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { lockLab } from './find-lab';
import { Kiosk } from './visit.entities';

/** Tablets of one lab that work at the same time. */
const MOST_KIOSKS = 10;
/** How exactly the last use is noted. */
const USE_NOTED_MS = 60_000;
/** Only this scheme is read: no token of an account is taken for a tablet's. */
const SCHEME = /^Kiosk ([\w-]{20,100})$/;

/** Tablets at the doors of labs, each with a token of its own. */
@Injectable()
export class KiosksService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: BaseUrl,
    private readonly limits: Limits,
  ) {}

  /** Those of a lab, the newest first, with the revoked ones. */
  list(labId: LabId): Promise<Kiosk[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.of(Kiosk).find({ where: { labId }, order });
  }

  /**
   * Sets up a tablet. Only this answer has its address: its secret is stored nowhere. It stands after `#`, which
   * browsers send to no server.
   * @throws Fault LAB.UNKNOWN, KIOSK.TOO_MANY {count}
   */
  async create(by: AccountId, labId: LabId, name: string): Promise<Kiosk & { readonly url: string }> {
    const secret = newSecret();
    const kiosk = await this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      await lockLab(unit, labId);
      const count = await manager.countBy(Kiosk, { labId, revokedAt: IsNull() });
      if (count >= MOST_KIOSKS) throw new Fault('KIOSK.TOO_MANY', { count });
      const row: Kiosk = {
        ...{ id: newId<string>(), labId, name, tokenHash: hashSecret(secret) },
        ...{ createdBy: by, createdAt, lastUsedAt: null, revokedAt: null },
      };
      await manager.insert(Kiosk, row);
      await audit(unit, { action: 'kiosk.created', subject: ['kiosk', row.id], labId, after: { name } });
      return row;
    });
    return { ...kiosk, url: `${this.baseUrl.get()}/kiosk#${secret}` };
  }

  /** Does nothing to a tablet that is revoked already, or that the lab does not have. */
  async revoke(labId: LabId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now: revokedAt } = unit;
      const { affected } = await manager.update(Kiosk, { id, labId, revokedAt: IsNull() }, { revokedAt });
      if (affected === 1) await audit(unit, { action: 'kiosk.revoked', subject: ['kiosk', id], labId });
    });
  }

  /**
   * The tablet that sends a request.
   * @param address of the tablet: failed attempts are rate-limited
   * @throws Fault KIOSK.INVALID, also for a revoked one; AUTH.TOO_MANY_ATTEMPTS, REQUEST.TOO_MANY {minutes, seconds}
   */
  async demand(authorization: string | undefined, address: string): Promise<Kiosk> {
    const secret = SCHEME.exec(authorization ?? '')?.[1];
    const kiosk =
      secret === undefined
        ? null
        : await this.database.of(Kiosk).findOneBy({ tokenHash: hashSecret(secret), revokedAt: IsNull() });
    if (!kiosk) {
      // Only these count: a visitor of the lab, who has its tablet's address, must not keep the tablet out.
      await this.limits.demand('kiosk-token', networkOf(address));
      throw new Fault('KIOSK.INVALID');
    }
    await this.limits.demand('kiosk', kiosk.id);
    await this.noteUse(kiosk);
    return kiosk;
  }

  private async noteUse({ id, lastUsedAt }: Kiosk): Promise<void> {
    if (this.clock.now() - (lastUsedAt ?? 0) < USE_NOTED_MS) return;
    await this.unitOfWork.run(({ manager, now }) => manager.update(Kiosk, { id }, { lastUsedAt: now }));
  }
}
