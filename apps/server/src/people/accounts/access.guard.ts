import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, actionOnStaff, isAllowed, labsAllowed } from '@pandafab/domain';
import { type Clock, Fault, type MemberId } from '@pandafab/shared';
import {
  ACCESS,
  type Access,
  type AuthenticatedRequest,
  type CurrentAccountInfo,
  demand,
  demandIn,
  demandScope,
  type Subject,
} from '../../platform/http/access';
import { isCrossSiteChange, type RequestOrigin } from '../../platform/http/same-origin';
import { deviceSecretOf } from '../../platform/http/session-cookie';
import { SubjectLabs } from '../../platform/http/subject-labs';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { currentRequest } from '../../platform/kit/request-context';
import { RequestLimit } from '../../platform/limits/request-limit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { type IdentifiableRequest, IdentityService } from './identity.service';
import { isOfStaff } from './of-staff';

type GuardedRequest = AuthenticatedRequest &
  IdentifiableRequest &
  RequestOrigin & { readonly ip: string; readonly params: Readonly<Record<string, string | undefined>> };
const isOfMembers = (subject: Subject): boolean => subject === 'member' || subject === 'entrusted-member';
type Closed = Exclude<Access, { who: 'public' | 'agent' }>;

/** Checks access to every route. A route that does not declare who may use it refuses every request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
    private readonly read: ReadDatabase,
    private readonly limit: RequestLimit,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly subjectLabs: SubjectLabs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.who === 'agent') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const asked = currentRequest();
    if (asked) asked.device = deviceSecretOf(request);
    // A token is not a cookie: another site cannot make a browser send it.
    const byToken = request.headers.authorization !== undefined;
    if (!byToken && isCrossSiteChange(request, this.config.publicUrl)) throw new Fault('AUTH.CROSS_SITE');
    if (access?.who !== 'public') await this.admit(request, access);
    else if (access.counted) this.limit.demandOfAddress(request.ip);
    return true;
  }

  /**
   * Requests without an account are rate-limited by network address, so that an attacker cannot try tokens or cookies
   * endlessly.
   */
  private async identify(request: GuardedRequest): Promise<CurrentAccountInfo> {
    const account = await this.identity.identify(request).catch((fault: unknown) => {
      this.limit.demandOfAddress(request.ip);
      throw fault;
    });
    if (account) this.limit.demandOfAccount(account.accountId);
    else this.limit.demandOfAddress(request.ip);
    if (!account) throw new Fault('AUTH.REQUIRED');
    return account;
  }

  private async admit(request: GuardedRequest, access: Closed | undefined): Promise<void> {
    const account = await this.identify(request);
    if (access === undefined) throw new Fault('AUTH.CLOSED_TO_ALL');
    const context = currentRequest();
    if (context) context.accountId = account.accountId;
    if (access.who === 'signed-in') demandScope(account, access.scope);
    else await this.demandRole(account, access, request.params.id ?? '');
    request.account = account;
  }

  private async demandRole(
    account: CurrentAccountInfo,
    { action, subject }: Extract<Access, { who: 'role' }>,
    id: string,
  ): Promise<void> {
    demand(account, action);
    if (subject === 'network') return;
    if (isOfMembers(subject)) await this.demandForStaff(account, action, id as MemberId);
    if (labsAllowed(account, action) === 'everywhere') return;
    const labs = await this.subjectLabs.of(this.read.manager, subject, id);
    // If the object does not exist, the service reports it: the service knows what it looks for.
    if (labs) demandIn(account, action, ...labs);
  }

  /** Managers act for members; only administrators act for members of the staff. */
  private async demandForStaff(account: CurrentAccountInfo, action: Action, id: MemberId): Promise<void> {
    const graver = actionOnStaff(action);
    if (!graver || isAllowed(account, graver)) return;
    if (await isOfStaff(this.read.manager, id, this.clock.now())) throw new Fault('MEMBER.OF_STAFF');
  }
}
