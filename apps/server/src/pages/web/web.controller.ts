import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdentityService } from '../../people/accounts/identity.service';
import { Public } from '../../platform/http/access';
import { sendWebPage } from './web-page';
import { KIOSK_PATH, WEB_PATHS } from './web-paths';

/** The addresses of the web app. A visitor who is not signed in is sent to sign in, and comes back here afterwards. */
@ApiExcludeController()
@Public()
@Controller()
export class WebController {
  constructor(private readonly identity: IdentityService) {}

  /** The tablet at a lab's door has no account: the page reads its token after `#`, and sends it with each request. */
  @Get(KIOSK_PATH)
  showKiosk(@Res() reply: FastifyReply): void {
    sendWebPage(reply);
  }

  @Get(WEB_PATHS)
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.identity.bySession(request)) return sendWebPage(reply);
    reply.redirect(`/?next=${encodeURIComponent(request.url)}`, 303);
  }
}
