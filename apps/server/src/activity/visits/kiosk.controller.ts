import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { doorName } from '@pandafab/domain';
import { Fault, type VisitId } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { IsNull } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import { Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { Limits } from '../../platform/limits/limits.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { memberOfCard } from '../cards/member-of-card';
import { byKioskId } from './counted-by';
import { findLab } from './find-lab';
import { CardAnswerDto, CardQuestionDto, KioskStateDto } from './kiosks.dto';
import { KiosksService } from './kiosks.service';
import { CloseLabDto, OpenLabDto } from './openings.dto';
import { OpeningsService } from './openings.service';
import { type Kiosk, LabOpening } from './visit.entities';
import { kioskVisitView, openingView } from './visit-view';
import { KioskVisitDto, NewKioskVisitDto, OpeningDto } from './visits.dto';
import { VisitsService } from './visits.service';

/**
 * What the tablet at a door may do, all of it: its token (`Authorization: Kiosk …`) opens nothing else, because only
 * these routes read it.
 */
@ApiTags('visits')
@Controller('v1/kiosk')
@Public()
export class KioskController {
  constructor(
    private readonly kiosks: KiosksService,
    private readonly visits: VisitsService,
    private readonly openings: OpeningsService,
    private readonly read: ReadDatabase,
    private readonly limits: Limits,
  ) {}

  /** Shows the name of the tablet’s lab, and whether it is open. */
  @Get()
  @ZodResponse({ type: KioskStateDto })
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'KIOSK.INVALID')
  async state(@Req() request: FastifyRequest) {
    const { labId } = await this.kioskOf(request);
    const { name: labName } = await findLab(this.read.manager, labId);
    const open = await this.read.of(LabOpening).findOneBy({ labId, closedAt: IsNull() });
    return { labName, opening: open && { id: open.id, openedAt: toIso(open.openedAt) } };
  }

  /** Counts a visit at the tablet. The same key again counts nothing, so it can be repeated. */
  @Post('visits')
  @ZodResponse({ status: 201, type: KioskVisitDto })
  @Faults(
    'AUTH.TOO_MANY_ATTEMPTS',
    'CARD.UNKNOWN',
    'KIOSK.INVALID',
    'VISIT.FUTURE',
    'VISIT.KEY_USED',
    'VISIT.TOO_OLD',
  )
  async count(@Req() request: FastifyRequest, @Body() body: NewKioskVisitDto) {
    const { id, labId } = await this.kioskOf(request);
    const count = () => this.visits.count(labId, byKioskId(id), body);
    const { visit } = await (body.cardCode === undefined ? count() : this.limited(id, count));
    return kioskVisitView(visit);
  }

  /** Undoes the visit that the tablet counted last. */
  @Delete('visits/:id')
  @HttpCode(204)
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'KIOSK.INVALID', 'VISIT.NOT_LAST', 'VISIT.OTHER_DAY', 'VISIT.UNKNOWN')
  async undo(@Req() request: FastifyRequest, @PathId() visitId: VisitId): Promise<void> {
    const { id } = await this.kioskOf(request);
    await this.visits.undoLast(id, visitId);
  }

  /** Opens the tablet’s lab. When it is open already, nothing changes. */
  @Post('openings')
  @HttpCode(200)
  @ZodResponse({ type: OpeningDto })
  @Faults(
    'AUTH.TOO_MANY_ATTEMPTS',
    'KIOSK.INVALID',
    'OPENING.OVERLAPS',
    'VISIT.FUTURE',
    'VISIT.KEY_USED',
    'VISIT.TOO_OLD',
  )
  async open(@Req() request: FastifyRequest, @Body() body: OpenLabDto) {
    const { id, labId } = await this.kioskOf(request);
    return openingView(await this.openings.open(labId, byKioskId(id), body));
  }

  /** Closes the tablet’s lab. When it is closed already, nothing changes. */
  @Post('openings/:id/close')
  @HttpCode(200)
  @ZodResponse({ type: OpeningDto })
  @Faults(
    'AUTH.TOO_MANY_ATTEMPTS',
    'KIOSK.INVALID',
    'OPENING.ORDER',
    'OPENING.UNKNOWN',
    'VISIT.FUTURE',
    'VISIT.TOO_OLD',
  )
  async close(@Req() request: FastifyRequest, @PathId() openingId: string, @Body() { at }: CloseLabDto) {
    const { id, labId } = await this.kioskOf(request);
    return openingView(await this.openings.close(labId, byKioskId(id), openingId, at));
  }

  /** Says whose card was scanned: the first name and an initial only. */
  @Post('card')
  @HttpCode(200)
  @ZodResponse({ type: CardAnswerDto })
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'CARD.UNKNOWN', 'KIOSK.INVALID')
  async card(@Req() request: FastifyRequest, @Body() { code }: CardQuestionDto) {
    const { id } = await this.kioskOf(request);
    return this.limited(id, async () => {
      const memberId = await memberOfCard(this.read.manager, code);
      const contact = memberId && (await this.read.of(MemberContact).findOneBy({ memberId }));
      if (!contact) throw new Fault('CARD.UNKNOWN');
      return { name: doorName(contact.displayName) };
    });
  }

  /** Against trying codes of cards, in whichever request: only wrong ones count. */
  private async limited<Answer>(kioskId: string, ask: () => Promise<Answer>): Promise<Answer> {
    await this.limits.demand('kiosk-card', kioskId);
    const answer = await ask();
    await this.limits.forgive('kiosk-card', kioskId);
    return answer;
  }

  private kioskOf({ headers, ip }: FastifyRequest): Promise<Kiosk> {
    return this.kiosks.demand(headers.authorization, ip);
  }
}
