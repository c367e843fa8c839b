import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault } from '@pandafab/shared';
import { SERVER_CONFIG, type ServerConfig } from '../config';
import { ACCESS, type Access, type AuthenticatedRequest, demand } from './access';
import { type IdentifiableRequest, IdentityService } from './identity.service';
import { isCrossSiteChange, type RequestOrigin } from './same-origin';

type GuardedRequest = AuthenticatedRequest & IdentifiableRequest & RequestOrigin;

/** Stands before every route. A route that says nothing of who may use it answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'agent') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    // A token is no cookie: no other site can make a browser send it.
    const byToken = request.headers.authorization !== undefined;
    if (!byToken && isCrossSiteChange(request, this.config.publicUrl)) throw new Fault('AUTH.CROSS_SITE');
    if (access === 'public') return true;
    await this.admit(request, access);
    return true;
  }

  private async admit(request: GuardedRequest, access: Exclude<Access, 'public' | 'agent'> | undefined) {
    const account = await this.identity.identify(request);
    if (!account) throw new Fault('AUTH.REQUIRED');
    if (access === undefined) throw new Fault('AUTH.CLOSED_TO_ALL');
    if (access !== 'signed-in') demand(account, access);
    request.account = account;
  }
}
