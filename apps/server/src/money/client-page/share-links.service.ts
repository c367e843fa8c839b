import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, newId, type PrestationId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { BaseUrl } from '../../platform/kit/base-url';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { lockPrestation } from '../prestations/prestation-lines';
import type { NewShareLinkDto, ShareLinkListDto } from './share-link.dto';
import { ShareLink } from './share-link.entity';

/** Links of one prestation that work at the same time. */
const MOST_LINKS = 20;

/** The path of the client's page. */
export const CLIENT_PAGE = '/p';

/** The secret links of prestations. */
@Injectable()
export class ShareLinks {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: BaseUrl,
  ) {}

  /** Those of a prestation, newest first, with the revoked ones. */
  async list(prestationId: PrestationId): Promise<ShareLinkListDto> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const found = await this.database.of(ShareLink).find({ where: { prestationId }, order });
    return { items: found.map(toDto) };
  }

  /** @throws Fault REQUEST.NOT_FOUND, SHARE_LINK.TOO_MANY */
  async create(by: AccountId, prestationId: PrestationId): Promise<NewShareLinkDto> {
    const secret = newSecret();
    const url = `${this.baseUrl.get()}${CLIENT_PAGE}/${secret}`;
    const link = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      if (!(await lockPrestation(unit, prestationId)))
        throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${prestationId}` });
      const count = await manager.countBy(ShareLink, { prestationId, revokedAt: IsNull() });
      if (count >= MOST_LINKS) throw new Fault('SHARE_LINK.TOO_MANY', { count });
      const row: ShareLink = {
        ...{ id: newId<string>(), prestationId, tokenHash: hashSecret(secret) },
        ...{ createdBy: by, createdAt: now, revokedBy: null, revokedAt: null },
      };
      await manager.insert(ShareLink, row);
      await audit(unit, { action: 'share-link.created', subject: ['prestation', prestationId] });
      return row;
    });
    return { ...toDto(link), url };
  }

  /** Does nothing to a link that is revoked already. @throws Fault REQUEST.NOT_FOUND */
  async revoke(by: AccountId, prestationId: PrestationId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const found = await manager.findOneBy(ShareLink, { id, prestationId });
      if (!found)
        throw new Fault('REQUEST.NOT_FOUND', {
          path: `/api/v1/prestations/${prestationId}/share-links/${id}`,
        });
      if (found.revokedAt !== null) return;
      await manager.update(ShareLink, { id }, { revokedAt: now, revokedBy: by });
      await audit(unit, { action: 'share-link.revoked', subject: ['prestation', prestationId] });
    });
  }

  /** The prestation that a link opens. @throws Fault SHARE_LINK.INVALID, also for a revoked one */
  async prestationOf(secret: string): Promise<PrestationId> {
    const tokenHash = hashSecret(secret);
    const link = await this.database.of(ShareLink).findOneBy({ tokenHash, revokedAt: IsNull() });
    if (!link) throw new Fault('SHARE_LINK.INVALID');
    return link.prestationId;
  }
}

const toDto = ({ id, createdAt, revokedAt }: ShareLink) => ({
  id,
  createdAt: toIso(createdAt),
  revokedAt: toIsoOrNull(revokedAt),
});
