import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { toIso, toIsoOrNull } from '../api/fields';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from './access';
import type { ApiToken } from './account.entity';
import { CreatedTokenDto, NewTokenDto, TokenListDto, TokenParamDto } from './auth.dto';
import { TokensService } from './tokens.service';

const view = ({ id, name, scopes, createdAt, expiresAt }: ApiToken) => ({
  id,
  name,
  scopes,
  createdAt: toIso(createdAt),
  expiresAt: toIsoOrNull(expiresAt),
});

@ApiTags('accounts')
@Controller('v1/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @SignedIn('account:read')
  @ApiOperation({ summary: 'Your API tokens' })
  @ZodResponse({ type: TokenListDto })
  @Get()
  async list(@CurrentAccount() { accountId }: CurrentAccountInfo) {
    const tokens = await this.tokens.list(accountId);
    return { items: tokens.map(view), total: tokens.length };
  }

  @SignedIn('account:write')
  @ApiOperation({ summary: 'Make an API token; it is shown this once' })
  @ZodResponse({ status: 201, type: CreatedTokenDto })
  @Post()
  async create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewTokenDto) {
    const { entry, token } = await this.tokens.create(account, body);
    return { ...view(entry), token };
  }

  @SignedIn('account:write')
  @ApiOperation({ summary: 'Revoke one of your API tokens' })
  @HttpCode(204)
  @Delete(':id')
  async revoke(@CurrentAccount() { accountId }: CurrentAccountInfo, @Param() { id }: TokenParamDto) {
    await this.tokens.revoke(accountId, id);
  }
}
