import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Language, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import {
  AccountEntryFilterDto,
  AccountEntryListDto,
  AccountInvoiceDto,
  AccountStatementDto,
  CorrectAccountDto,
  MemberAccountDto,
  MemberAccountListDto,
  MemberAccountSearchDto,
  RefundMemberDto,
  SetAllowanceDto,
  TopUpDto,
  UndoTopUpDto,
} from './account.dto';
import { AccountFiles } from './account-files.service';
import { AccountInvoices } from './account-invoices.service';
import { AccountViews } from './account-views.service';
import { AccountsService } from './accounts.service';
import { INVOICE_FAULTS } from './invoice-faults';

/** The accounts of members, for billing staff. */
@ApiTags('member-accounts')
@Controller('v1/member-accounts')
export class MemberAccountsController {
  constructor(
    private readonly views: AccountViews,
    private readonly files: AccountFiles,
    private readonly invoices: AccountInvoices,
    private readonly accounts: AccountsService,
  ) {}

  /** Lists the accounts of members, by name or by balance. `search` finds a name or a reference. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: MemberAccountListDto })
  list(@Query() search: MemberAccountSearchDto) {
    return this.views.list(search);
  }

  /** Shows the account of a member, also before it was ever used. */
  @Get(':id')
  @Can('payment.read', 'network')
  @ZodResponse({ type: MemberAccountDto })
  @Faults('MEMBER.UNKNOWN')
  get(@PathId() id: MemberId) {
    return this.views.get(id);
  }

  /** Lists the entries of an account, newest first, each with the print that it charges. */
  @Get(':id/entries')
  @Can('payment.read', 'network')
  @ZodResponse({ type: AccountEntryListDto })
  entries(@PathId() id: MemberId, @Query() page: AccountEntryFilterDto) {
    return this.views.entries(id, page);
  }

  /** Downloads all entries of an account as CSV. */
  @Get(':id/statement')
  @Can('payment.read', 'network')
  @ApiProduces('text/csv')
  @Faults('MEMBER.UNKNOWN')
  statement(@PathId() id: MemberId, @ReaderLanguage() language: Language): Promise<StreamableFile> {
    return this.files.statement(id, language);
  }

  /** Downloads the entries of an account as PDF, all of them or from a day on. */
  @Get(':id/statement/pdf')
  @Can('payment.read', 'network')
  @ApiProduces('application/pdf')
  @Faults('BILLING.SELLER_MISSING', 'MEMBER.UNKNOWN')
  statementPdf(@PathId() id: MemberId, @Query() { from }: AccountStatementDto): Promise<StreamableFile> {
    return this.files.statementPdf(id, from);
  }

  /** Records money that a member paid in. Prints that wait for it may begin. */
  @Post(':id/top-ups')
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: MemberAccountDto })
  @Faults('BILLING.DATE_BEFORE_LAST', 'MEMBER.UNKNOWN', 'PAYMENT.IN_FUTURE', 'PAYMENT.MEANS_UNKNOWN')
  async topUp(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() body: TopUpDto,
  ) {
    await this.accounts.topUp(accountId, id, body);
    return this.views.get(id);
  }

  /** Takes back a top-up that was wrong, with its payment. */
  @Post(':id/entries/:entryId/undo')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: MemberAccountDto })
  @Faults('ACCOUNT.NO_TOP_UP', 'BILLING.DATE_BEFORE_LAST', 'MEMBER.UNKNOWN')
  async undo(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @PathId('entryId') entryId: string,
    @Body() { reason }: UndoTopUpDto,
  ) {
    await this.accounts.undoTopUp(accountId, id, entryId, reason);
    return this.views.get(id);
  }

  /** Pays money back that is not reserved for prints. */
  @Post(':id/refunds')
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: MemberAccountDto })
  @Faults(
    'ACCOUNT.TOO_LITTLE',
    'BILLING.DATE_BEFORE_LAST',
    'MEMBER.UNKNOWN',
    'PAYMENT.IN_FUTURE',
    'PAYMENT.MEANS_UNKNOWN',
  )
  async refund(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() body: RefundMemberDto,
  ) {
    await this.accounts.refund(accountId, id, body);
    return this.views.get(id);
  }

  /** Adds or takes an amount with a reason, where no money moves. */
  @Post(':id/corrections')
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: MemberAccountDto })
  @Faults('MEMBER.UNKNOWN')
  async correct(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() body: CorrectAccountDto,
  ) {
    await this.accounts.correct(accountId, id, body);
    return this.views.get(id);
  }

  /** Sets how far below 0 an account may go. Prints that wait may begin. */
  @Put(':id/allowance')
  @Can('payment.manage', 'network')
  @ZodResponse({ type: MemberAccountDto })
  @Faults('MEMBER.UNKNOWN')
  async allowance(@PathId() id: MemberId, @Body() body: SetAllowanceDto) {
    await this.accounts.setAllowance(id, body);
    return this.views.get(id);
  }

  /** Makes an invoice over the prints of a member since the last one. The money of the account pays it. */
  @Post(':id/invoices')
  @HttpCode(201)
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: AccountInvoiceDto })
  @Faults(...INVOICE_FAULTS)
  async invoice(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: MemberId) {
    const { id: documentId, number } = await this.invoices.invoice(accountId, id);
    return { documentId, number };
  }
}
