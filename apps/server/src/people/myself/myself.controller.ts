import { Body, Controller, Get, Inject, Patch, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { CLOCK } from '../../platform/kit/config';
import { MailService } from '../../platform/mail/mail.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Account } from '../accounts/account.entity';
import { MeDto } from '../accounts/auth.dto';
import { OwnLanguageService } from '../accounts/own-language.service';
import { viewGroup } from '../groups/groups.controller';
import { OwnGroupListDto } from '../groups/groups.dto';
import { GroupsService } from '../groups/groups.service';
import { toMemberView } from '../members/member-view';
import { MembersService } from '../members/members.service';
import { OwnExportService } from '../own-data/own-export.service';
import { viewMe } from './me-view';
import { OwnChangesDto, WardListDto } from './myself.dto';

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
    private readonly read: ReadDatabase,
  ) {}

  /**
   * Shows the signed-in account: its member, roles and language, and the scopes of the token that was sent.
   */
  @SignedIn('account:read')
  @ZodResponse({ type: MeDto })
  @Get()
  me(@CurrentAccount() account: CurrentAccountInfo) {
    return this.viewMyself(account);
  }

  /**
   * Changes your own name, contact details and language. The address that you sign in with is changed by
   * `POST /auth/email`.
   */
  @SignedIn('account:write')
  @ZodResponse({ type: MeDto })
  @Patch()
  @Faults('MEMBER.DUPLICATE', 'MEMBER.DUPLICATE_ELSEWHERE')
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() { language, ...fields }: OwnChangesDto,
  ) {
    await this.members.change(account, account.memberId, fields);
    if (language) await this.language.choose(account.accountId, language);
    return this.viewMyself(account);
  }

  /** Sends all data that the service keeps about the account’s member, as JSON. */
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

  /** Lists the minors whose guardian you are. A guardian can see their jobs. */
  @SignedIn('account:read')
  @ZodResponse({ type: WardListDto })
  @Get('wards')
  async wards(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const wards = await this.members.wards(memberId);
    return { items: wards.map((each) => toMemberView(each, this.clock.now())), total: wards.length };
  }

  /** Lists your own groups. You can submit jobs for the groups that you lead. */
  @SignedIn('account:read')
  @ZodResponse({ type: OwnGroupListDto })
  @Get('groups')
  async ownGroups(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const groups = await this.groups.of(memberId);
    return { items: groups.map((each) => ({ ...viewGroup(each), leads: each.leads })), total: groups.length };
  }

  private async viewMyself(account: CurrentAccountInfo) {
    const own = await this.read.of(Account).findOneByOrFail({ id: account.accountId });
    const record = await this.members.get(account.memberId);
    return viewMe(account, own, record, { now: this.clock.now(), sendsMail: this.mail.isConfigured });
  }
}
