import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { describeFault, Fault, languageFromHeader } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secondsToWait } from '../../platform/http/problem.filter';
import { requestFault } from '../../platform/persistence/request-fault';
import { sendPage } from './page-reply';
import { faultPage } from './pages';

/** Shows the errors of the public pages as a page. */
@Catch()
export class PublicPagesFilter implements ExceptionFilter {
  private readonly log = new Logger('Public pages');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const language = languageFromHeader(request.headers['accept-language']);
    if (!(error instanceof Fault)) this.log.error(error, (error as Error)?.stack);
    const known = error instanceof Fault ? error : requestFault(error);
    const fault = known ?? new Fault('REQUEST.FAILED', { reference: request.id }, { cause: error });
    const { status } = describeFault(fault, language);
    const reply = http.getResponse<FastifyReply>();
    const wait = secondsToWait(fault);
    if (wait) reply.header('retry-after', wait);
    sendPage(reply, status, language, faultPage(language, fault));
  }
}
