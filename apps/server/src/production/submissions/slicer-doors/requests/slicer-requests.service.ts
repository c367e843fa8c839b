import { randomInt } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { IdentityService } from '../../../../people/accounts/identity.service';
import { TokensService } from '../../../../people/accounts/tokens.service';
import { hashSecret, newSecret } from '../../../../platform/http/secrets';
import { CLOCK } from '../../../../platform/kit/config';
import { currentRequest } from '../../../../platform/kit/request-context';
import { ReadDatabase } from '../../../../platform/persistence/read-database';
import { UnitOfWork } from '../../../../platform/persistence/unit-of-work';
import { PersonalTables } from '../../../../platform/personal-data/personal-tables';
import { SlicerRequest } from './slicer-request.entity';

export const REQUEST_LIVES_MS = 10 * 60_000;
/** Without characters that look alike. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY3479';

const newCode = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Tokens that a slicer asks for by itself: OctoPrint's application keys. */
@Injectable()
export class SlicerRequestsService implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityService,
    private readonly tokens: TokensService,
    private readonly personal: PersonalTables,
  ) {}

  onModuleInit(): void {
    this.personal.leaveOut(SlicerRequest, 'requests of slicers for a token, which live ten minutes');
  }

  /** Opens a request. @returns the secret with which the slicer asks for the decision */
  async open(app: string): Promise<{ request: SlicerRequest; secret: string }> {
    const secret = newSecret();
    const request = await this.unitOfWork.run(async ({ manager, now }) => {
      await manager.delete(SlicerRequest, { createdAt: LessThan(now - REQUEST_LIVES_MS) });
      const made: SlicerRequest = {
        ...{ id: newId<string>(), secretHash: hashSecret(secret), app, code: newCode() },
        ...{ decision: 'waiting', accountId: null, createdAt: now },
      };
      await manager.insert(SlicerRequest, made);
      return made;
    });
    return { request, secret };
  }

  /** A request that waits for a decision. @throws Fault SLICER.REQUEST_UNKNOWN */
  async find(id: string): Promise<SlicerRequest> {
    const found = await this.read.of(SlicerRequest).findOneBy({ id, decision: 'waiting', ...this.alive() });
    if (!found) throw new Fault('SLICER.REQUEST_UNKNOWN');
    return found;
  }

  /** A person's decision; the first one counts. @throws Fault SLICER.REQUEST_UNKNOWN */
  async decide(accountId: AccountId, id: string, isAllowed: boolean): Promise<void> {
    await this.unitOfWork.run(async ({ manager }) => {
      const waiting = { id, decision: 'waiting' as const, ...this.alive() };
      const decided = { accountId, decision: isAllowed ? ('allowed' as const) : ('denied' as const) };
      const { affected } = await manager.update(SlicerRequest, waiting, decided);
      if (affected !== 1) throw new Fault('SLICER.REQUEST_UNKNOWN');
    });
  }

  /**
   * The decision, for the slicer. The token is made only now and is never stored: an allowed request gives it once.
   * @returns undefined while no person has decided
   * @throws Fault SLICER.REQUEST_UNKNOWN if it was denied, is too old, or gave its token already
   */
  async collect(secret: string): Promise<string | undefined> {
    const secretHash = hashSecret(secret);
    const found = await this.read.of(SlicerRequest).findOneBy({ secretHash, ...this.alive() });
    if (!found || found.decision === 'denied') throw new Fault('SLICER.REQUEST_UNKNOWN');
    const { accountId, id } = found;
    if (found.decision === 'waiting' || accountId === null) return undefined;
    const account = await this.identity.byAccountId(accountId, ['slicer']);
    const { affected } = await this.unitOfWork.run(({ manager }) => manager.delete(SlicerRequest, { id }));
    if (affected !== 1) throw new Fault('SLICER.REQUEST_UNKNOWN');
    const context = currentRequest();
    if (context) context.accountId = accountId;
    const name = `${found.app} ${found.code}`;
    return (await this.tokens.create(account, { name, scopes: ['slicer'] })).token;
  }

  private alive() {
    return { createdAt: MoreThanOrEqual(this.clock.now() - REQUEST_LIVES_MS) };
  }
}
