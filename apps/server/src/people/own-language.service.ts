import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, Clock, Language } from '@pandafab/shared';
import { Account } from '../accounts/account.entity';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { UnitOfWork } from '../persistence/unit-of-work';

/** Which language people read the pages in, wherever they sign in. */
@Injectable()
export class OwnLanguageService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async choose(id: AccountId, language: Language): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id });
      if (account.language === language) return;
      await manager.update(Account, { id }, { language });
      await audit(manager, this.clock, {
        action: 'account.language-changed',
        subject: ['account', id],
        before: { language: account.language },
        after: { language },
      });
    });
  }
}
