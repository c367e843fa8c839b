import { Controller, Delete, Get, HttpCode, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { hashSecret } from '../../platform/http/secrets';
import { type CookieRequest, sessionSecretOf } from '../../platform/http/session-cookie';
import type { LoginSession } from './account.entity';
import { SessionListDto } from './auth.dto';
import { SessionsService } from './sessions.service';

const viewSession = (
  { id, createdAt, lastUsedAt, expiresAt, address, userAgent, tokenHash }: LoginSession,
  currentHash: string | undefined,
) => ({
  id,
  createdAt: toIso(createdAt),
  lastUsedAt: toIso(lastUsedAt),
  expiresAt: toIso(expiresAt),
  address,
  browser: userAgent,
  current: tokenHash === currentHash,
});

@ApiTags('accounts')
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Lists your own sessions: the browsers in which you are signed in. */
  @SignedIn('account:read')
  @ZodResponse({ type: SessionListDto })
  @Get()
  async list(@CurrentAccount() { accountId }: CurrentAccountInfo, @Req() request: CookieRequest) {
    const secret = sessionSecretOf(request);
    const found = await this.sessions.list(accountId);
    const current = secret ? hashSecret(secret) : undefined;
    return { items: found.map((session) => viewSession(session, current)), total: found.length };
  }

  /** Ends all of your own sessions except the present one. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete()
  async endOthers(@CurrentAccount() { accountId }: CurrentAccountInfo, @Req() request: CookieRequest) {
    await this.sessions.endOthers(accountId, sessionSecretOf(request));
  }

  /** Ends one of your own sessions. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete(':id')
  @Faults('AUTH.UNKNOWN_SESSION')
  async end(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: string) {
    await this.sessions.endOne(accountId, id);
  }
}
