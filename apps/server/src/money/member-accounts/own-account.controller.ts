import { Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DocumentId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import {
  AccountEntryFilterDto,
  AccountEntryListDto,
  AccountInvoiceDto,
  AccountStatementDto,
  MemberAccountDto,
} from './account.dto';
import { AccountFiles } from './account-files.service';
import { AccountInvoices } from './account-invoices.service';
import { AccountViews } from './account-views.service';
import { AccountsService } from './accounts.service';
import { INVOICE_FAULTS } from './invoice-faults';

/** A member's own account. */
@ApiTags('me')
@Controller('v1/me/account')
export class OwnAccountController {
  constructor(
    private readonly views: AccountViews,
    private readonly files: AccountFiles,
    private readonly invoices: AccountInvoices,
    private readonly accounts: AccountsService,
  ) {}

  /** Shows your own account: its balance, what is reserved for your prints, and what is free this month. */
  @Get()
  @SignedIn('account:read')
  @ZodResponse({ type: MemberAccountDto })
  get(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.views.get(memberId);
  }

  /** Opens your own account, so that it has a reference for transfers. It opens by itself with your first print. */
  @Post()
  @HttpCode(200)
  @SignedIn('account:write')
  @ZodResponse({ status: 200, type: MemberAccountDto })
  async open(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    await this.accounts.open(memberId);
    return this.views.get(memberId);
  }

  /** Lists the entries of your own account, newest first, each with the print that it charges. */
  @Get('entries')
  @SignedIn('account:read')
  @ZodResponse({ type: AccountEntryListDto })
  entries(@CurrentAccount() { memberId }: CurrentAccountInfo, @Query() page: AccountEntryFilterDto) {
    return this.views.entries(memberId, page);
  }

  /** Downloads all entries of your own account as CSV. */
  @Get('statement')
  @SignedIn('account:read')
  @ApiProduces('text/csv')
  statement(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @ReaderLanguage() language: Language,
  ): Promise<StreamableFile> {
    return this.files.statement(memberId, language);
  }

  /** Downloads the entries of your own account as PDF, all of them or from a day on. */
  @Get('statement/pdf')
  @SignedIn('account:read')
  @ApiProduces('application/pdf')
  @Faults('BILLING.SELLER_MISSING')
  statementPdf(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @Query() { from }: AccountStatementDto,
  ): Promise<StreamableFile> {
    return this.files.statementPdf(memberId, from);
  }

  /** Makes an invoice over your prints since the last one. */
  @Post('invoices')
  @HttpCode(201)
  @SignedIn('account:write')
  @ZodResponse({ status: 201, type: AccountInvoiceDto })
  @Faults(...INVOICE_FAULTS)
  async invoice(@CurrentAccount() { accountId, memberId }: CurrentAccountInfo) {
    const { id: documentId, number } = await this.invoices.invoice(accountId, memberId);
    return { documentId, number };
  }

  /** Downloads one of your own invoices. */
  @Get('invoices/:documentId/pdf')
  @SignedIn('account:read')
  @ApiProduces('application/pdf')
  @Faults('DOCUMENT.FILE_NOT_READY', 'REQUEST.NOT_FOUND')
  pdf(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @PathId('documentId') documentId: DocumentId,
  ): Promise<StreamableFile> {
    return this.files.invoice(memberId, documentId);
  }
}
