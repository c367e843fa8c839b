import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { QUIET_ZONE, qrCode, qrPath } from '../../money/kit/payment-code/qr-code';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { CardDto, CardListDto, CardPictureDto, NewCardDto } from './cards.dto';
import { CardsService } from './cards.service';
import type { MemberCard } from './member-card.entity';

const view = ({ id, memberId, code, createdAt, revokedAt }: MemberCard) => ({
  ...{ id, memberId, code },
  ...{ createdAt: toIso(createdAt), revokedAt: toIsoOrNull(revokedAt) },
});

@ApiTags('members')
@Controller('v1/members/:id/cards')
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  /** Lists the cards of a member, the newest first, with the revoked ones. */
  @Get()
  @Can('card.read', 'member')
  @ZodResponse({ type: CardListDto })
  async list(@PathId() id: MemberId) {
    const found = await this.cards.list(id);
    return { items: found.map(view), total: found.length };
  }

  /** Gives a card to a member: with a new code, or another card of the member that was scanned. */
  @Post()
  @Can('card.manage', 'member')
  @ZodResponse({ status: 201, type: CardDto })
  @Faults('CARD.CODE_USED', 'CARD.TOO_MANY', 'MEMBER.UNKNOWN')
  async give(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() body: NewCardDto,
  ) {
    return view(await this.cards.give(accountId, id, body));
  }

  /** Shows the code of a card as a QR code, to print it. */
  @Get(':cardId/picture')
  @Can('card.read', 'member')
  @ZodResponse({ type: CardPictureDto })
  async picture(@PathId() id: MemberId, @PathId('cardId') cardId: string) {
    const code = qrCode((await this.cards.get(id, cardId)).code);
    return { size: code.size + 2 * QUIET_ZONE, path: qrPath(code) };
  }

  /** Revokes a card, such as one that is lost: it names no member any more. */
  @Delete(':cardId')
  @HttpCode(204)
  @Can('card.manage', 'member')
  async revoke(@PathId() id: MemberId, @PathId('cardId') cardId: string): Promise<void> {
    await this.cards.revoke(id, cardId);
  }
}
