import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { toIso, toIsoOrNull } from '../api/fields';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from './access';
import type { ApiToken } from './account.entity';
import { CreatedTokenDto, NewTokenDto, TokenListDto, TokenParamDto } from './auth.dto';
import { TokensService } from './tokens.service';

const view = ({ id, name, createdAt, expiresAt }: ApiToken) => ({
  id,
  name,
  createdAt: toIso(createdAt),
  expiresAt: toIsoOrNull(expiresAt),
});

@ApiTags('accounts')
@SignedIn()
@Controller('v1/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @ApiOperation({ summary: 'Your API tokens' })
  @ZodResponse({ type: TokenListDto })
  @Get()
  async list(@CurrentAccount() { accountId }: CurrentAccountInfo) {
    const tokens = await this.tokens.list(accountId);
    return { items: tokens.map(view), total: tokens.length };
  }

  @ApiOperation({ summary: 'Make an API token; it is shown this once' })
  @ZodResponse({ status: 201, type: CreatedTokenDto })
  @Post()
  async create(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: NewTokenDto) {
    const { entry, token } = await this.tokens.create(accountId, body.name, body.expiresAt ?? null);
    return { ...view(entry), token };
  }

  @ApiOperation({ summary: 'Revoke one of your API tokens' })
  @HttpCode(204)
  @Delete(':id')
  async revoke(@CurrentAccount() { accountId }: CurrentAccountInfo, @Param() { id }: TokenParamDto) {
    await this.tokens.revoke(accountId, id);
  }
}
