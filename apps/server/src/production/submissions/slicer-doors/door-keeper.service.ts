import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { IdentityService, type TokenCaller } from '../../../people/accounts/identity.service';
import { demand } from '../../../platform/http/access';
import { isCrossSiteChange } from '../../../platform/http/same-origin';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import { currentRequest } from '../../../platform/kit/request-context';
import { RequestLimit } from '../../../platform/limits/request-limit';
import { type Credentials, credentialsOf } from './credentials';
import { isSignedWith, isStale } from './digest';

/**
 * Identifies who sends by a slicer. A good token is counted by itself, never with its address: a whole lab is behind
 * one address. Wrong tokens count by address, against guessing. The first, unsigned request of Digest is no guess.
 */
@Injectable()
export class DoorKeeper {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly limit: RequestLimit,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  /**
   * @throws Fault AUTH.CROSS_SITE, SLICER.KEY_MISSING, SLICER.KEY_STALE, AUTH.TOKEN_INVALID, AUTH.SCOPE_MISSING, AUTH.FORBIDDEN,
   * REQUEST.TOO_MANY
   */
  async admit(request: FastifyRequest): Promise<TokenCaller> {
    const credentials = credentialsOf(request);
    // A browser that once signed in by Basic or Digest would sign the forms of other sites too. A key it does not keep:
    // a page that sends one was given it.
    if (credentials?.kind !== 'key' && isCrossSiteChange(request, this.config.publicUrl))
      throw new Fault('AUTH.CROSS_SITE');
    if (!credentials) throw new Fault('SLICER.KEY_MISSING');
    const caller = await this.identify(credentials, request).catch((fault: unknown) => {
      if (fault instanceof Fault && fault.code === 'AUTH.TOKEN_INVALID')
        this.limit.demandOfAddress(request.ip);
      throw fault;
    });
    this.limit.demandOfToken(caller.tokenId);
    const context = currentRequest();
    if (context) context.accountId = caller.account.accountId;
    demand(caller.account, 'job.submit');
    return caller;
  }

  private identify(credentials: Credentials, { method, url }: FastifyRequest): Promise<TokenCaller> {
    if (credentials.kind !== 'digest') return this.identity.bySecret(credentials.token);
    const { fields } = credentials;
    if (isStale(fields, this.clock.now())) throw new Fault('SLICER.KEY_STALE');
    return this.identity.bySlicerUser(fields.get('username') ?? '', (digest) =>
      isSignedWith(digest, fields, { method, url }),
    );
  }
}
