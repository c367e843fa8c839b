import { Injectable } from '@nestjs/common';
import type { AccountId, Language } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Account } from './account.entity';

/** The member's language of the pages, in every browser. */
@Injectable()
export class OwnLanguageService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async choose(id: AccountId, language: Language): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const account = await manager.findOneByOrFail(Account, { id });
      if (account.language === language) return;
      await manager.update(Account, { id }, { language });
      await audit(unit, {
        action: 'account.language-changed',
        subject: ['account', id],
        before: { language: account.language },
        after: { language },
      });
    });
  }
}
