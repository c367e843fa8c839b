import { Body, Controller, Param, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { CardCheckouts } from '../../money/card-payments/checkouts.service';
import { ClientPapers } from '../../money/client-page/client-papers.service';
import { Public } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { BaseUrl } from '../../platform/kit/base-url';
import { readForm } from '../public-pages/forms';
import { sendPage } from '../public-pages/page-reply';
import { PublicPagesFilter } from '../public-pages/public-pages.filter';
import { goingPage } from './card-parts';
import { type Asked, ClientPageReply, NO_INDEX } from './client-page-reply.service';

/** Payment by card on the page of a client. */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller('p/:token')
export class ClientCardController {
  constructor(
    private readonly papers: ClientPapers,
    private readonly checkouts: CardCheckouts,
    private readonly page: ClientPageReply,
    private readonly base: BaseUrl,
  ) {}

  @Post('pay')
  async pay(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @ReaderLanguage() language: Language,
  ) {
    const asked = { secret, language };
    try {
      const url = new URL(await this.start(asked, readForm(body).number ?? ''));
      reply.headers({ ...NO_INDEX, refresh: `0; url=${url.href}` });
      sendPage(reply, 200, language, goingPage(url.href, { language }));
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.code === 'SHARE_LINK.INVALID') throw fault;
      await this.page.refuse(reply, asked, { fault });
    }
  }

  /** The address of the provider's page. */
  private async start({ secret, language }: Asked, number: string): Promise<string> {
    const { id } = await this.papers.find(secret, number.slice(0, 100));
    const page = `${this.base.get()}/p/${secret}?language=${language}`;
    const urls = { success: (card: string) => `${page}&card=${card}`, cancel: page };
    return (await this.checkouts.payDocument(id, urls, language)).url;
  }
}
