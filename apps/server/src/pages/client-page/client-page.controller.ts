import {
  Body,
  Controller,
  Get,
  Ip,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Fault, type Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { type ClientDecision, ClientDecisions } from '../../money/client-page/client-decisions.service';
import { ClientPapers } from '../../money/client-page/client-papers.service';
import { FileStore } from '../../platform/file-store/file-store';
import { Public } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { read, readForm, type Typed } from '../public-pages/forms';
import { PublicPagesFilter } from '../public-pages/public-pages.filter';
import { type Asked, ClientPageReply, NO_INDEX } from './client-page-reply.service';
import { clientTextsFor } from './client-texts';
import { acceptForm, refuseForm, shownAgain } from './decision-forms';

const PDF_NAME = /\.pdf$/;

/** The page of a client behind a secret link: no account, no script (docs/adr/0005-public-pages.md). */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller('p/:token')
export class ClientPageController {
  constructor(
    private readonly papers: ClientPapers,
    private readonly decisions: ClientDecisions,
    private readonly store: FileStore,
    private readonly page: ClientPageReply,
  ) {}

  @Get()
  async show(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @Query('card') card: unknown,
    @ReaderLanguage() language: Language,
  ) {
    await this.page.send(reply, 200, { secret, language, ...(typeof card === 'string' ? { card } : {}) });
  }

  @Post('accept')
  async accept(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @Ip() address: string,
    @ReaderLanguage() language: Language,
  ) {
    const form = readForm(body);
    const { data, wrong } = read(acceptForm, form, clientTextsFor(language).wrong);
    const asked = { secret, language };
    if (!data) return this.page.refuse(reply, asked, { form: 'accept', typed: shownAgain(form), wrong });
    const { number, pdf: pdfSha256, name } = data;
    return this.decide(reply, asked, {
      ...{ decision: 'accepted', number, pdfSha256, name, reason: null, address },
    });
  }

  @Post('refuse')
  async refuse(
    @Param('token') secret: string,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
    @Ip() address: string,
    @ReaderLanguage() language: Language,
  ) {
    const form: Typed = { reason: '', ...readForm(body) };
    const { data, wrong } = read(refuseForm, form, clientTextsFor(language).wrong);
    const asked = { secret, language };
    if (!data) return this.page.refuse(reply, asked, { form: 'refuse', typed: shownAgain(form), wrong });
    const { number, pdf: pdfSha256, name, reason } = data;
    return this.decide(reply, asked, {
      ...{ decision: 'refused', number, pdfSha256, name, reason, address },
    });
  }

  @Get('documents/:file')
  async pdf(
    @Param('token') secret: string,
    @Param('file') asked: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, file } = await this.papers.pdf(secret, asked.replace(PDF_NAME, ''));
    reply.headers(NO_INDEX);
    return new StreamableFile(this.store.read(file.sha256), {
      type: 'application/pdf',
      length: file.bytes,
      disposition: `inline; filename="${fileName}"`,
    });
  }

  /** 303: the browser then sends a GET, so that reloading the page does not post the form again. */
  private async decide(reply: FastifyReply, asked: Asked, decision: ClientDecision): Promise<void> {
    const { secret, language } = asked;
    try {
      await this.decisions.decide(secret, decision);
      reply.redirect(`/p/${secret}?language=${language}`, 303);
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.code === 'SHARE_LINK.INVALID') throw fault;
      await this.page.refuse(reply, asked, { fault });
    }
  }
}
