import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import {
  PutReminderSettingsDto,
  ReminderSettingsDto,
  ReminderSettingsVersionsDto,
} from './reminder-settings.dto';
import { ReminderSettingsService } from './reminder-settings.service';

/** When and how clients are reminded of late documents. */
@ApiTags('billing')
@Controller('v1/settings/reminders')
export class ReminderSettingsController {
  constructor(private readonly settings: ReminderSettingsService) {}

  /** Shows the steps, texts and rates that are in force today. */
  @Get()
  @Can('seller.read', 'network')
  @ZodResponse({ type: ReminderSettingsDto })
  current() {
    return this.settings.current();
  }

  /** Lists every recorded version, with those that begin later, latest first day first. */
  @Get('versions')
  @Can('seller.read', 'network')
  @ZodResponse({ type: ReminderSettingsVersionsDto })
  versions() {
    return this.settings.versions();
  }

  /** Records steps, texts and rates from a given day on. Reminders that were sent do not change. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: ReminderSettingsDto })
  save(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: PutReminderSettingsDto) {
    return this.settings.save(accountId, body);
  }
}
