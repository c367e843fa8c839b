import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BankLineId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { BookingService } from './booking.service';
import {
  AcceptedDto,
  AcceptLineDto,
  AcceptSureDto,
  BankLineDto,
  BankLineListDto,
  BankLineSearchDto,
  IgnoreLineDto,
  PayableDocumentListDto,
  PayableSearchDto,
  ProposalListDto,
} from './lines.dto';
import { LinesService } from './lines.service';
import { ProposalsService } from './proposals.service';

const CLAIMING = ['BANK.LINE_BOOKED', 'BANK.LINE_IGNORED', 'BANK.LINE_OUT', 'BANK.LINE_UNKNOWN'] as const;
const RECORDING = [
  ...(['BILLING.DATE_BEFORE_LAST', 'MEMBER.UNKNOWN', 'ORGANISATION.UNKNOWN'] as const),
  ...(['PAYMENT.ABOVE_LEFT', 'PAYMENT.ABOVE_OPEN', 'PAYMENT.CREDITED', 'PAYMENT.IN_FUTURE'] as const),
  ...(['PAYMENT.DOCUMENT_NOT_PAYABLE', 'PAYMENT.MEANS_UNKNOWN', 'PAYMENT.OTHER_CLIENT'] as const),
] as const;

/** Lines of bank statements, and what they pay. */
@ApiTags('billing')
@Controller('v1/bank')
export class LinesController {
  constructor(
    private readonly lines: LinesService,
    private readonly proposals: ProposalsService,
    private readonly booking: BookingService,
  ) {}

  /** Lists bank lines, the earliest day first unless `sort` says otherwise. */
  @Get('lines')
  @Can('payment.read', 'network')
  @ZodResponse({ type: BankLineListDto })
  list(@Query() search: BankLineSearchDto) {
    return this.lines.list(search);
  }

  /** Proposes what open lines paid, each with its reason. Nothing is booked. */
  @Get('proposals')
  @Can('payment.read', 'network')
  @ZodResponse({ type: ProposalListDto })
  async propose() {
    const { items, lines } = await this.proposals.proposals();
    return { items, lines, sure: items.filter(({ confidence }) => confidence === 'sure').length };
  }

  /** Lists documents of which something is open, to choose what a line pays. */
  @Get('payable-documents')
  @Can('payment.read', 'network')
  @ZodResponse({ type: PayableDocumentListDto })
  payable(@Query() search: PayableSearchDto) {
    return this.proposals.payable(search);
  }

  /** Books a line as a payment of a client or member. */
  @Post('lines/:id/accept')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: BankLineDto })
  @Faults(...CLAIMING, ...RECORDING)
  accept(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: BankLineId,
    @Body() body: AcceptLineDto,
  ) {
    return this.booking.accept(accountId, id, body);
  }

  /** Books those of these lines whose proposals are sure, and says why others are not booked. */
  @Post('proposals/accept')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: AcceptedDto })
  acceptSure(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() { lineIds }: AcceptSureDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.booking.acceptSure(accountId, lineIds, language);
  }

  /** Sets a line aside that is no payment of a client, such as a grant. */
  @Post('lines/:id/ignore')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: BankLineDto })
  @Faults(...CLAIMING)
  ignore(@PathId() id: BankLineId, @Body() { reason }: IgnoreLineDto) {
    return this.lines.ignore(id, reason);
  }

  /** Takes a line back that was set aside. */
  @Post('lines/:id/unignore')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: BankLineDto })
  @Faults('BANK.LINE_UNKNOWN')
  unignore(@PathId() id: BankLineId) {
    return this.lines.unignore(id);
  }
}
