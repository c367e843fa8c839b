import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DocumentId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  DecisionDto,
  DocumentDto,
  MailDocumentDto,
  MailTemplateDto,
  MailTemplateQueryDto,
  SentMailDto,
} from './document.dto';
import { DocumentMailsService } from './document-mails.service';
import { ISSUE_FAULTS } from './documents.faults';
import { IssueService } from './issue.service';
import { QuotesService } from './quotes.service';

/** The steps of a document from draft to its end. */
@ApiTags('billing')
@Controller('v1/documents')
export class DocumentStepsController {
  constructor(
    private readonly issuing: IssueService,
    private readonly quotes: QuotesService,
    private readonly mails: DocumentMailsService,
  ) {}

  /**
   * Issues a draft: it gets its number and never changes again. Repeating the request answers with the same document.
   * Quotes are sent instead, with `send-quote`.
   */
  @Post(':id/issue')
  @HttpCode(200)
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 200, type: DocumentDto })
  @Faults('DOCUMENT.IS_QUOTE', ...ISSUE_FAULTS)
  issue(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: DocumentId) {
    return this.issuing.issue(account.accountId, id);
  }

  /** Gives a quote its number and freezes it: the client can accept it. Repeating the request changes nothing. */
  @Post(':id/send-quote')
  @HttpCode(200)
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 200, type: DocumentDto })
  @Faults('DOCUMENT.NOT_QUOTE', ...ISSUE_FAULTS)
  sendQuote(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: DocumentId) {
    return this.issuing.sendQuote(account.accountId, id);
  }

  /** Records how a client accepted or refused a quote by mail, on paper or by phone. */
  @Post(':id/decision')
  @HttpCode(200)
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 200, type: DocumentDto })
  @Faults(
    ...(['DOCUMENT.DECISION_EARLY', 'DOCUMENT.DECISION_LATER', 'DOCUMENT.FILE_NOT_READY'] as const),
    ...(['DOCUMENT.IS_DRAFT', 'DOCUMENT.NOT_QUOTE', 'QUOTE.NOT_OPEN'] as const),
  )
  decide(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: DocumentId, @Body() body: DecisionDto) {
    return this.quotes.recordDecision(account.accountId, id, body);
  }

  /** Makes a draft of a new version of a quote that was sent. */
  @Post(':id/new-version')
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: DocumentDto })
  @Faults('DOCUMENT.NOT_QUOTE', 'QUOTE.NOT_REPLACEABLE')
  newVersion(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: DocumentId) {
    return this.quotes.newVersion(account.accountId, id);
  }

  /** Suggests the recipient, subject and text of a mail with this document. */
  @Get(':id/mail-template')
  @Can('invoice.issue', 'network')
  @ZodResponse({ type: MailTemplateDto })
  @Faults('DOCUMENT.IS_DRAFT')
  template(@PathId() id: DocumentId, @Query() { language }: MailTemplateQueryDto) {
    return this.mails.template(id, language);
  }

  /** Sends a mail with the document's PDF attached, and records it. */
  @Post(':id/mail')
  @Can('invoice.issue', 'network')
  @ZodResponse({ status: 201, type: SentMailDto })
  @Faults('DOCUMENT.IS_DRAFT', 'DOCUMENT.FILE_NOT_READY', 'MAIL.NOT_CONFIGURED')
  mail(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: DocumentId,
    @Body() body: MailDocumentDto,
  ) {
    return this.mails.send(account.accountId, id, body);
  }
}
