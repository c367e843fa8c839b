import { Controller, Get, HttpCode, Param, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { UnsubscribeService } from '../../people/notices/unsubscribe.service';
import { Public } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { sendPage } from './page-reply';
import { PublicPagesFilter } from './public-pages.filter';
import { mailsStoppedPage, stopMailsPage } from './unsubscribe-pages';

/** Search engines leave out the page. */
const NO_INDEX = { 'x-robots-tag': 'noindex, nofollow' };

/**
 * The link in each mail about events: it stops the mails of this kind, for this person, without signing in. Opening it
 * changes nothing, because mail scanners open links too; its button does, and so do mail programs (RFC 8058).
 */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(private readonly unsubscribe: UnsubscribeService) {}

  @Get()
  async show(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
  ) {
    const name = await this.unsubscribe.nameOf(secret, language);
    reply.headers(NO_INDEX);
    sendPage(reply, 200, language, stopMailsPage(language, secret, name));
  }

  @HttpCode(200)
  @Post()
  async stop(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @ReaderLanguage() language: Language,
  ) {
    await this.unsubscribe.stop(secret);
    const name = await this.unsubscribe.nameOf(secret, language);
    reply.headers(NO_INDEX);
    sendPage(reply, 200, language, mailsStoppedPage(language, name));
  }
}
