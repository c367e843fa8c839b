import { Catch } from '@nestjs/common';
import { describeFault } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import {
  type Failed,
  ProblemFilter,
  type ProblemReply,
  type ProblemRequest,
} from '../../platform/http/problem.filter';
import { isNavigation } from './navigation';
import { sendPage } from './page-reply';
import { faultPage } from './pages';

/** Shows an error of an address that a browser opened, such as an invoice's PDF, as a page; any other as a problem. */
@Catch()
export class PageFilter extends ProblemFilter {
  protected override answer(request: ProblemRequest, reply: ProblemReply, failed: Failed): void {
    if (!isNavigation(request)) return super.answer(request, reply, failed);
    const { fault, language } = failed;
    const { status } = describeFault(fault, language);
    sendPage(reply as FastifyReply, status, language, faultPage(language, fault));
  }
}
