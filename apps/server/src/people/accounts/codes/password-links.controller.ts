import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import { ReaderLanguage } from '../../../platform/http/words';
import { HandedLinkDto } from './codes.dto';
import { viewHandedOver } from './hand-over';
import { PasswordLinksService } from './password-links.service';

@ApiTags('accounts')
@Controller('v1')
export class PasswordLinksController {
  constructor(private readonly links: PasswordLinksService) {}

  /** Creates a link to a new password for a member who forgot it. The link is valid for an hour. */
  @Can('account.let-back-in', 'entrusted-member')
  @ZodResponse({ status: 201, type: HandedLinkDto })
  @Post('members/:id/password-link')
  @Faults('AUTH.OWN_PASSWORD_LINK', 'MEMBER.ACCOUNT_DISABLED', 'MEMBER.NO_ACCOUNT', 'MEMBER.UNKNOWN')
  async make(
    @CurrentAccount() { accountId: createdBy }: CurrentAccountInfo,
    @PathId() memberId: MemberId,
    @ReaderLanguage() language: Language,
  ) {
    const handed = await this.links.make({ memberId, createdBy, language });
    return viewHandedOver(handed, language);
  }
}
