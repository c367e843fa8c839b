import type { IncomingHttpHeaders } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Fault, languageFromHeader } from '@pandafab/shared';
import { IdentityService } from '../accounts/identity.service';
import { sendPage } from '../doorstep/page-reply';
import { faultPage } from '../doorstep/pages';
import { sendWebPage } from './web-page';

/** A browser goes to an address: it names HTML in Accept (RFC 9110 §12.5.1); programs and scripts do not. */
export const isNavigation = ({
  method,
  headers,
}: {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}): boolean => (method === 'GET' || method === 'HEAD') && /\btext\/html\b/i.test(headers.accept ?? '');

/** An address that nothing is at: a person is told on a page, within the app where they are signed in. */
export function answerUnknownAddresses(app: NestFastifyApplication): void {
  const identity = app.get(IdentityService);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (!request.is404 || !isNavigation(request)) return undefined;
      if (await identity.bySession(request)) {
        reply.status(404);
        sendWebPage(reply);
        return reply;
      }
      const language = languageFromHeader(request.headers['accept-language']);
      const fault = new Fault('REQUEST.NOT_FOUND', { path: request.url.split('?')[0] ?? '' });
      sendPage(reply, 404, language, faultPage(language, fault));
      return reply;
    });
}
