import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { ReaderLanguage } from '../../platform/http/words';
import { FILE_FAULTS } from './bank.faults';
import { accountView } from './preview';
import { readUpload } from './read-upload';
import {
  BankAccountListDto,
  BankImportDto,
  BankPreviewDto,
  importBody,
  previewBody,
  StatementListDto,
  StatementPageDto,
} from './statements.dto';
import { StatementsService } from './statements.service';

/** Files of banks. */
@ApiTags('billing')
@Controller('v1/bank')
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  /** Lists the bank accounts from which statements were imported. */
  @Get('accounts')
  @Can('payment.read', 'network')
  @ZodResponse({ type: BankAccountListDto })
  async accounts() {
    const accounts = await this.statements.accounts();
    return { items: accounts.map(accountView), total: accounts.length };
  }

  /** Reads a statement and says what an import would do. Nothing is stored. */
  @Post('previews')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(previewBody)
  @ZodResponse({ status: 200, type: BankPreviewDto })
  @Faults(...FILE_FAULTS)
  async preview(@Req() request: FastifyRequest, @ReaderLanguage() language: Language) {
    return this.statements.preview(await readUpload(request), language);
  }

  /** Lists the files that were imported, the latest first. */
  @Get('statements')
  @Can('payment.read', 'network')
  @ZodResponse({ type: StatementListDto })
  list(@Query() page: StatementPageDto) {
    return this.statements.list(page);
  }

  /**
   * Imports a statement: the lines that no earlier file had. The same file twice adds nothing. Lines become payments
   * when a person accepts them.
   */
  @Post('statements')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(importBody)
  @ZodResponse({ status: 200, type: BankImportDto })
  @Faults(
    ...FILE_FAULTS,
    ...(['BANK.ACCOUNT_MISSING', 'BANK.BROKEN_LINES', 'BANK.COLUMNS_UNFIT', 'BANK.COLUMNS_UNKNOWN'] as const),
  )
  async import(@CurrentAccount() { accountId }: CurrentAccountInfo, @Req() request: FastifyRequest) {
    return this.statements.import(accountId, await readUpload(request));
  }
}
