import type { ReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AccountId, Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '../../platform/audit/audit';
import { ContentReferences } from '../../platform/content-references/content-references';
import { FileStore } from '../../platform/file-store/file-store';
import { readFileForm } from '../../platform/http/read-file-form';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { pictureKind } from './picture-check';
import { SellerLogo } from './seller.entity';
import type { LogoDto } from './seller.schema';

const MOST_BYTES = 1024 * 1024;

/** The pictures of logos, in the file store. */
@Injectable()
export class LogosService implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly contents: ContentReferences,
  ) {}

  onModuleInit(): void {
    this.contents.register('logos', { entity: SellerLogo, column: 'sha256' });
  }

  /** The same picture, sent twice, is stored once. @throws Fault SELLER.LOGO_TOO_LARGE, SELLER.LOGO_UNFIT. */
  async receive(createdBy: AccountId, request: FastifyRequest): Promise<LogoDto> {
    const { file } = await readFileForm(request, this.store, z.object({}));
    const { sha256, bytes } = file;
    try {
      if (bytes > MOST_BYTES) throw new Fault('SELLER.LOGO_TOO_LARGE');
      const mediaType = pictureKind(await file.read());
      if (!mediaType) throw new Fault('SELLER.LOGO_UNFIT');
      await file.keep();
      await this.unitOfWork.run(async (unit) => {
        const { manager, now: createdAt } = unit;
        const row: SellerLogo = { sha256, mediaType, bytes, createdBy, createdAt };
        await manager.createQueryBuilder().insert().into(SellerLogo).values(row).orIgnore().execute();
        await audit(unit, { action: 'seller.logo-stored', subject: ['seller', null], after: { sha256 } });
      });
      return { sha256, bytes, mediaType };
    } finally {
      await file.discard();
    }
  }

  /** @throws Fault REQUEST.NOT_FOUND. */
  async open(sha256: string): Promise<{ stream: ReadStream } & Pick<SellerLogo, 'mediaType' | 'bytes'>> {
    const found = await this.database.of(SellerLogo).findOneBy({ sha256 });
    if (!found) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/settings/seller/logo/${sha256}` });
    return { stream: this.store.read(sha256), mediaType: found.mediaType, bytes: found.bytes };
  }

  /** The picture's bytes; undefined without a logo, or if its file is missing: a document is made without it then. */
  async bytes(sha256: string | null): Promise<Buffer | undefined> {
    if (sha256 === null) return undefined;
    return readFile(this.store.path(sha256)).catch(() => undefined);
  }
}
