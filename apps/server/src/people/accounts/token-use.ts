import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { currentRequest } from '../../platform/kit/request-context';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { ApiToken } from './account.entity';

/** The last use is stored at most this often: reading should not write each time. */
const NOTE_EVERY_MS = 10 * 60_000;

/** Stores when a token was last used. The request neither waits for that nor fails with it. */
@Injectable()
export class TokenUse {
  private readonly log = new Logger('Tokens');
  /** When this process last tried, by token. */
  private readonly tried = new Map<string, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  note({ id, lastUsedAt }: Pick<ApiToken, 'id' | 'lastUsedAt'>): void {
    const now = this.clock.now();
    const last = Math.max(lastUsedAt ?? 0, this.tried.get(id) ?? 0);
    if (now - last < NOTE_EVERY_MS) return;
    this.tried.set(id, now);
    const lastClient = currentRequest()?.userAgent || null;
    this.unitOfWork
      .run((unit) => unit.manager.update(ApiToken, { id }, { lastUsedAt: unit.now, lastClient }))
      .catch((error: Error) => this.log.debug(`the last use of a token was not stored: ${error.message}`));
  }
}
