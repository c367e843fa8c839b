import { Body, Controller, Get, Inject, Patch, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../accounts/access';
import { MeDto } from '../accounts/auth.dto';
import { viewMe } from '../accounts/me-view';
import { CLOCK } from '../config';
import { MailService } from '../mail/mail.service';
import { viewGroup } from './groups/groups.controller';
import { OwnGroupListDto } from './groups/groups.dto';
import { GroupsService } from './groups/groups.service';
import { toMemberView } from './member-view';
import { MembersService } from './members.service';
import { OwnChangesDto, WardListDto } from './myself.dto';
import { OwnExportService } from './own-export/own-export.service';
import { OwnLanguageService } from './own-language.service';

/** What members see and change of themselves. */
@ApiTags('me')
@Controller('v1/me')
export class MyselfController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly ownExport: OwnExportService,
    private readonly language: OwnLanguageService,
    private readonly mail: MailService,
  ) {}

  @ApiOperation({
    summary:
      'Change how you are called and reached, and your language; the address you sign in with is another',
  })
  @SignedIn('account:write')
  @ZodResponse({ type: MeDto })
  @Patch()
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() { language, ...fields }: OwnChangesDto,
  ) {
    await this.members.change(account, account.memberId, fields);
    if (language) await this.language.choose(account.accountId, language);
    const record = await this.members.get(account.memberId);
    return viewMe(account, record, { now: this.clock.now(), sendsMail: this.mail.isConfigured });
  }

  @ApiOperation({ summary: 'All that is kept of you, as JSON' })
  @SignedIn('account:read')
  @ApiProduces('application/json')
  @Get('export')
  async export(@CurrentAccount() account: CurrentAccountInfo): Promise<StreamableFile> {
    const everything = JSON.stringify(await this.ownExport.of(account), null, 2);
    return new StreamableFile(Buffer.from(everything), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="pandafab-${account.memberId}.json"`,
    });
  }

  @ApiOperation({ summary: 'The minors you answer for; you see their jobs too' })
  @SignedIn('account:read')
  @ZodResponse({ type: WardListDto })
  @Get('wards')
  async wards(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const wards = await this.members.wards(memberId);
    return { items: wards.map((each) => toMemberView(each, this.clock.now())), total: wards.length };
  }

  @ApiOperation({ summary: 'The groups you are in; you submit for those that you lead' })
  @SignedIn('account:read')
  @ZodResponse({ type: OwnGroupListDto })
  @Get('groups')
  async ownGroups(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const groups = await this.groups.of(memberId);
    return { items: groups.map((each) => ({ ...viewGroup(each), leads: each.leads })), total: groups.length };
  }
}
