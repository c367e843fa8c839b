import { Catch } from '@nestjs/common';
import { type Failed, ProblemFilter, type ProblemReply, type ProblemRequest } from '@pandafab/platform';
import { describeFault } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { sendPage } from '../doorstep/page-reply';
import { faultPage } from '../doorstep/pages';
import { isNavigation } from './navigation';

/** What failed of what a browser went to, such as an invoice's PDF, is told on a page; all else as a problem. */
@Catch()
export class PageFilter extends ProblemFilter {
  protected override answer(request: ProblemRequest, reply: ProblemReply, failed: Failed): void {
    if (!isNavigation(request)) return super.answer(request, reply, failed);
    const { fault, language } = failed;
    const { status } = describeFault(fault, language);
    sendPage(reply as FastifyReply, status, language, faultPage(language, fault));
  }
}
