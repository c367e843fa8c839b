import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { meansOn } from './means-in-force';
import { PaymentMeans } from './payment-means.entity';
import type { MeansListDto, PutMeansDto } from './payments.dto';

/** The means of payment: their names, their accounts in the books, and whether staff can choose them. */
@Injectable()
export class MeansService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those in force today. */
  async list(): Promise<MeansListDto> {
    const means = await meansOn(this.database.manager, parisDay(this.clock.now()));
    const items = [...means.values()].map(({ code, inForceFrom, nameFr, nameEn, account, isOffered }) => {
      return { code, inForceFrom, nameFr, nameEn, account, isOffered };
    });
    return { items, total: items.length };
  }

  async save(createdBy: AccountId, body: PutMeansDto): Promise<MeansListDto> {
    await this.unitOfWork.run(async (unit) => {
      const { inForceFrom = parisDay(unit.now), ...rest } = body;
      const row: PaymentMeans = { id: newId(), inForceFrom, ...rest, createdBy, createdAt: unit.now };
      await unit.manager.insert(PaymentMeans, row);
      const subject = ['payment-means', row.id] as const;
      await audit(unit, { action: 'payment-means.recorded', subject, after: { inForceFrom, ...rest } });
    });
    return this.list();
  }
}
