import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DocumentId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { DocumentRemindersDto, DueRemindersDto, RemindersSentDto, SendRemindersDto } from './reminders.dto';
import { RemindersService } from './reminders.service';
import { SendReminders } from './send-reminders.service';

/** Reminders of invoices and deposits that are late. */
@ApiTags('billing')
@Controller('v1')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly sending: SendReminders,
    private readonly store: FileStore,
  ) {}

  /** Lists the reminders that are due today, with their texts. Nothing is sent. */
  @Get('reminders/due')
  @Can('payment.read', 'network')
  @ZodResponse({ type: DueRemindersDto })
  @Faults('BILLING.SELLER_MISSING')
  due() {
    return this.reminders.due();
  }

  /**
   * Sends reminders, by mail or as letters to print. Each is checked again: a client who has paid meanwhile gets none,
   * and the answer says so. Repeating the request sends nothing twice.
   */
  @Post('reminders')
  @HttpCode(200)
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 200, type: RemindersSentDto })
  send(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() body: SendRemindersDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.sending.send(accountId, body, language);
  }

  /** Sends the letter of a reminder as PDF, with the payment code over what was open. */
  @Get('reminders/:id/letter')
  @Can('payment.read', 'network')
  @ApiProduces('application/pdf')
  async letter(@PathId() id: string): Promise<StreamableFile> {
    const { fileSha256, fileBytes } = await this.reminders.find(id);
    return new StreamableFile(this.store.read(fileSha256), {
      ...{ type: 'application/pdf', length: fileBytes, disposition: 'inline; filename="relance.pdf"' },
    });
  }

  /** Lists the reminders of a document, latest first, with what became of each. */
  @Get('documents/:id/reminders')
  @Can('payment.read', 'network')
  @ZodResponse({ type: DocumentRemindersDto })
  ofDocument(@PathId() id: DocumentId) {
    return this.reminders.of(id);
  }
}
