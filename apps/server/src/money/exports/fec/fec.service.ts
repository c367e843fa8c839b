import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { fecFileName } from '@pandafab/domain';
import { type Clock, newId } from '@pandafab/shared';
import { audit } from '../../../platform/audit/audit';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { sellerOn } from '../../seller/seller.service';
import { readAccounts } from '../book-accounts.service';
import type { FecQueryDto } from '../exports.dto';
import { descriptionOf } from './description';
import { fecFile } from './fec-file';

/** The file of entries for the accountant and the tax office. */
@Injectable()
export class FecService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes the audit entry before any data is sent.
   * @throws Fault BILLING.SELLER_MISSING: the file's name has the SIREN
   */
  async file({ from, to, encoding }: FecQueryDto): Promise<{ name: string; body: Readable }> {
    const { manager } = this.database;
    const { settings } = await sellerOn(manager, to);
    await this.unitOfWork.run((unit) =>
      audit(unit, {
        ...{ action: 'books.exported', subject: ['export', newId<string>()] },
        after: { from, to, encoding },
      }),
    );
    const body = fecFile(manager, { from, to, asOf: this.clock.now() }, encoding);
    return { name: fecFileName(settings.siren, to), body };
  }

  /** @throws Fault BILLING.SELLER_MISSING. */
  async description({ from, to, encoding }: FecQueryDto): Promise<{ name: string; text: string }> {
    const { manager } = this.database;
    const { settings } = await sellerOn(manager, to);
    const fileName = fecFileName(settings.siren, to);
    const accounts = (await readAccounts(manager))(to);
    const { name: seller, siren } = settings;
    const text = descriptionOf({ seller, siren, fileName, period: { from, to }, encoding, accounts });
    return { name: fileName.replace('.txt', '-description.txt'), text };
  }
}
