import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { toIso } from '../api/fields';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from './access';
import type { LoginSession } from './account.entity';
import { SessionListDto, SessionParamDto } from './auth.dto';
import { hashSecret } from './secrets';
import { type CookieRequest, sessionSecretOf } from './session-cookie';
import { SessionsService } from './sessions.service';

const view = (
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

  @ApiOperation({ summary: 'Where you are signed in' })
  @SignedIn('account:read')
  @ZodResponse({ type: SessionListDto })
  @Get()
  async list(@CurrentAccount() { accountId }: CurrentAccountInfo, @Req() request: CookieRequest) {
    const secret = sessionSecretOf(request);
    const found = await this.sessions.list(accountId);
    const current = secret ? hashSecret(secret) : undefined;
    return { items: found.map((session) => view(session, current)), total: found.length };
  }

  @ApiOperation({ summary: 'Sign out everywhere else' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete()
  async endOthers(@CurrentAccount() { accountId }: CurrentAccountInfo, @Req() request: CookieRequest) {
    await this.sessions.endOthers(accountId, sessionSecretOf(request));
  }

  @ApiOperation({ summary: 'Sign out there' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete(':id')
  async end(@CurrentAccount() { accountId }: CurrentAccountInfo, @Param() { id }: SessionParamDto) {
    await this.sessions.endOne(accountId, id);
  }
}
