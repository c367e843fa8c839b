import type { IncomingHttpHeaders } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Fault, languageFromHeader } from '@pandafab/shared';
import { IdentityService } from '../../people/accounts/identity.service';
import { sendWebPage } from '../web/web-page';
import { sendPage } from './page-reply';
import { faultPage } from './pages';

/** True when a browser opens a page: it names HTML in Accept (RFC 9110 §12.5.1); programs and scripts do not. */
export const isNavigation = ({
  method,
  headers,
}: {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}): boolean => (method === 'GET' || method === 'HEAD') && /\btext\/html\b/i.test(headers.accept ?? '');

/** An unknown address: a person gets a page that says so, within the app when they are signed in. */
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
