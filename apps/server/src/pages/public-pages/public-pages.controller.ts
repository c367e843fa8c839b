import { Body, Controller, Get, Inject, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { describeFault, Fault, type Language } from '@pandafab/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthService } from '../../people/accounts/auth.service';
import { RegistrationsService } from '../../people/accounts/codes/registrations.service';
import { IdentityService } from '../../people/accounts/identity.service';
import { SetupService } from '../../people/accounts/setup.service';
import { Public } from '../../platform/http/access';
import { secondsToWait } from '../../platform/http/problem.filter';
import {
  clearSessionCookie,
  type SignedIn,
  sessionSecretOf,
  setSessionCookie,
} from '../../platform/http/session-cookie';
import { ReaderLanguage } from '../../platform/http/words';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { MailService } from '../../platform/mail/mail.service';
import { sendWebPage } from '../web/web-page';
import { safeNext } from '../web/web-paths';
import { readCredentials, readForm, readSetup, shownAgain, wrongPassword } from './forms';
import { sendPage } from './page-reply';
import { emptyPage, setupPage, signInPage, type Ways } from './pages';
import { PublicPagesFilter } from './public-pages.filter';
import { STYLE } from './style';
import { textsFor } from './texts';

/** The page that leads an administrator from an empty service to a first print (apps/web/src/pages/start). */
const FIRST_HOUR = '/start';

/**
 * The pages for visitors who are not signed in: the server renders them itself, without scripts
 * (docs/adr/0005-public-pages.md).
 */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller()
export class PublicPagesController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly auth: AuthService,
    private readonly identity: IdentityService,
    private readonly setup: SetupService,
    private readonly mail: MailService,
    private readonly registrations: RegistrationsService,
  ) {}

  @Get()
  async home(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
    @Query('next') next?: string | string[],
  ) {
    if (await this.identity.bySession(request)) return sendWebPage(reply);
    const page = (await this.setup.isDone())
      ? signInPage(language, await this.ways(next))
      : emptyPage(language);
    return sendPage(reply, 200, language, page);
  }

  @Post()
  async signIn(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @Ip() address: string,
    @ReaderLanguage() language: Language,
  ) {
    const form = readForm(body);
    try {
      const credentials = readCredentials(form);
      if (!credentials) throw new Fault('AUTH.WRONG_CREDENTIALS');
      const secrets = await this.auth.signIn(credentials, address, sessionSecretOf(request));
      this.welcome(reply, secrets, safeNext(form.next));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      const { status } = describeFault(fault, language);
      const wait = secondsToWait(fault);
      if (wait) reply.header('retry-after', wait);
      sendPage(
        reply,
        status,
        language,
        signInPage(language, await this.ways(form.next), { typed: shownAgain(form), fault }),
      );
    }
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const secret = sessionSecretOf(request);
    if (secret) await this.auth.signOut(secret);
    clearSessionCookie(reply, this.config);
    reply.redirect('/', 303);
  }

  @Get('setup')
  async showSetup(
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
    @Query('code') code?: string | string[],
  ) {
    const given = String(code ?? '');
    await this.setup.demandCode(given);
    sendPage(reply, 200, language, setupPage(language, given));
  }

  @Post('setup')
  async createFirst(@Res() reply: FastifyReply, @Body() body: unknown, @ReaderLanguage() language: Language) {
    const form = readForm(body);
    const { code = '' } = form;
    await this.setup.demandCode(code);
    const { data, wrong } = readSetup(form, textsFor(language));
    if (!data) {
      return sendPage(reply, 400, language, setupPage(language, code, { typed: shownAgain(form), wrong }));
    }
    try {
      const accountId = await this.setup.create(data);
      return this.welcome(reply, await this.auth.begin(accountId), FIRST_HOUR);
    } catch (fault) {
      const refused = wrongPassword(fault, language);
      if (!refused) throw fault;
      return sendPage(
        reply,
        422,
        language,
        setupPage(language, code, { typed: shownAgain(form), wrong: refused }),
      );
    }
  }

  @Get('public-pages.css')
  style(@Res() reply: FastifyReply) {
    reply
      .headers({
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .send(STYLE);
  }

  private async ways(next: unknown): Promise<Ways> {
    const labs = await this.registrations.labs();
    return { forgotten: this.mail.isConfigured, register: labs.length > 0, next: safeNext(next) };
  }

  /** 303: the browser then sends a GET, so that reloading the page does not post the form again. */
  private welcome(reply: FastifyReply, secrets: SignedIn, next = '/'): void {
    setSessionCookie(reply, secrets, this.config);
    reply.redirect(next, 303);
  }
}
