import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CreatedTokenDto, NewTokenDto, TokenListDto } from './auth.dto';
import { viewToken } from './token-view';
import { TokensService } from './tokens.service';

@ApiTags('accounts')
@Controller('v1/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  /** Lists your own API tokens. */
  @SignedIn('account:read')
  @ZodResponse({ type: TokenListDto })
  @Get()
  async list(@CurrentAccount() { accountId }: CurrentAccountInfo) {
    const tokens = await this.tokens.list(accountId);
    return { items: tokens.map(viewToken), total: tokens.length };
  }

  /** Creates an API token and shows it once. */
  @SignedIn('account:write')
  @ZodResponse({ status: 201, type: CreatedTokenDto })
  @Post()
  @Faults('AUTH.TOKEN_EXPIRY_PAST')
  async create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewTokenDto) {
    const { entry, token } = await this.tokens.create(account, body);
    return { ...viewToken(entry), token };
  }

  /** Revokes one of your own API tokens. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete(':id')
  @Faults('AUTH.UNKNOWN_TOKEN')
  async revoke(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: string) {
    await this.tokens.revoke(accountId, id);
  }
}
