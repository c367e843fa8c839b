import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Fault, type LabId, type VisitId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { demandKnown } from '../../people/members/known';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { MemberContact } from '../../people/members/member.entity';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { memberOfCard } from '../cards/member-of-card';
import { byAccountId } from './counted-by';
import { findLab } from './find-lab';
import { CardQuestionDto, ScannedCardDto } from './kiosks.dto';
import { VisitDays } from './visit-days.service';
import {
  CountedVisitDto,
  DayRangeDto,
  NewVisitDto,
  VisitDayDto,
  VisitDayQueryDto,
  VisitDaysDto,
} from './visits.dto';
import { VisitsService } from './visits.service';

@ApiTags('visits')
@Controller('v1/labs/:id/visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly days: VisitDays,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly read: ReadDatabase,
  ) {}

  /** Shows the visits of one day, today if none is requested, and whether the lab is open. */
  @Get()
  @Can('visit.read', 'lab')
  @ZodResponse({ type: VisitDayDto })
  @Faults('LAB.UNKNOWN')
  day(@PathId() id: LabId, @Query() { day }: VisitDayQueryDto) {
    return this.days.day(id, day);
  }

  /** Shows the numbers of each day of a range: visits, people, and how long the lab was open. */
  @Get('days')
  @Can('visit.read', 'lab')
  @ZodResponse({ type: VisitDaysDto })
  @Faults('LAB.UNKNOWN')
  numbers(@PathId() id: LabId, @Query() range: DayRangeDto) {
    return this.days.numbers(id, range);
  }

  /** Counts a visit. The same key again counts nothing, so it can be repeated. */
  @Post()
  @Can('visit.count', 'lab')
  @ZodResponse({ status: 201, type: CountedVisitDto })
  @Faults(
    'CARD.UNKNOWN',
    'LAB.UNKNOWN',
    'MEMBER.NOT_KNOWN',
    'MEMBER.UNKNOWN',
    'VISIT.FUTURE',
    'VISIT.KEY_USED',
    'VISIT.TOO_OLD',
  )
  async count(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: LabId, @Body() body: NewVisitDto) {
    if (body.memberId) await demandKnown(this.labsOfMembers, this.read.manager, account, body.memberId);
    const { visit, alreadyToday } = await this.visits.count(id, byAccountId(account.accountId), body);
    const [listed] = await this.days.listed([visit]);
    return { ...(listed as NonNullable<typeof listed>), alreadyToday };
  }

  /** Says whose card was scanned. */
  @Post('card')
  @HttpCode(200)
  @Can('visit.count', 'lab')
  @ZodResponse({ type: ScannedCardDto })
  @Faults('CARD.UNKNOWN', 'LAB.UNKNOWN')
  async card(@PathId() id: LabId, @Body() { code }: CardQuestionDto) {
    const { manager } = this.read;
    await findLab(manager, id);
    const memberId = await memberOfCard(manager, code);
    const contact = memberId && (await manager.findOneBy(MemberContact, { memberId }));
    if (!contact) throw new Fault('CARD.UNKNOWN');
    return { memberId, name: contact.displayName };
  }

  /** Undoes a visit that was counted by mistake, on its own day. */
  @Delete(':visitId')
  @HttpCode(204)
  @Can('visit.count', 'lab')
  @Faults('VISIT.OTHER_DAY', 'VISIT.UNKNOWN')
  async undo(@PathId() id: LabId, @PathId('visitId') visitId: VisitId): Promise<void> {
    await this.visits.undo(id, visitId);
  }
}
