import { Controller, Get, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { LabId, Language } from '@pandafab/shared';
import type { FastifyReply } from 'fastify';
import { PublicSessionsService } from '../../activity/sessions/public-sessions.service';
import { Public } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { sendPage } from '../public-pages/page-reply';
import { PublicPagesFilter } from '../public-pages/public-pages.filter';
import { programmePage } from './programme-page';

/** The coming sessions for all, without an account. */
@ApiExcludeController()
@Public()
@UseFilters(PublicPagesFilter)
@Controller('programme')
export class ProgrammeController {
  constructor(private readonly sessions: PublicSessionsService) {}

  /** An unknown lab shows all labs: old links go on working after a lab has closed. */
  @Get()
  async show(@Res() reply: FastifyReply, @ReaderLanguage() language: Language, @Query('lab') asked: unknown) {
    const labs = await this.sessions.labs();
    const labId = labs.find(({ id }) => id === asked)?.id;
    const { items, total } = await this.sessions.list(labId as LabId | undefined);
    sendPage(reply, 200, language, programmePage({ language, sessions: items, total, labs, labId }));
  }
}
