import { Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { ReaderLanguage } from '../../api/words';
import { MemberParamDto } from '../../people/members.dto';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../access';
import { HandedLinkDto } from './codes.dto';
import { viewHandedOver } from './hand-over';
import { PasswordLinksService } from './password-links.service';

@ApiTags('accounts')
@Controller('v1')
export class PasswordLinksController {
  constructor(private readonly links: PasswordLinksService) {}

  @ApiOperation({
    summary: 'A way back in for a member who forgot their password: the link is good for an hour',
  })
  @Can('account.let-back-in', 'entrusted-member')
  @ZodResponse({ status: 201, type: HandedLinkDto })
  @Post('members/:id/password-link')
  async make(
    @CurrentAccount() { accountId: createdBy }: CurrentAccountInfo,
    @Param() { id: memberId }: MemberParamDto,
    @ReaderLanguage() language: Language,
  ) {
    const handed = await this.links.make({ memberId, createdBy, language });
    return viewHandedOver(handed, language);
  }
}
