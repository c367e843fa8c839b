import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { BookAccountsDto, BookAccountsListDto, PutBookAccountsDto } from './book-accounts.dto';
import { BookAccountsService } from './book-accounts.service';

/** The accounts and journals with which the books are exported. */
@ApiTags('billing')
@Controller('v1/settings/book-accounts')
export class BookAccountsController {
  constructor(private readonly accounts: BookAccountsService) {}

  /** Shows the accounts that are in force now. Before any are recorded: usual accounts of the French chart. */
  @Get()
  @Can('books.export', 'network')
  @ZodResponse({ type: BookAccountsDto })
  current() {
    return this.accounts.current();
  }

  /** Lists every recorded version of the accounts, latest first day first. */
  @Get('versions')
  @Can('books.export', 'network')
  @ZodResponse({ type: BookAccountsListDto })
  versions() {
    return this.accounts.versions();
  }

  /**
   * Records the accounts from a given day on. Files of earlier days keep their accounts; entries themselves do not
   * change.
   */
  @Put()
  @Can('books.export', 'network')
  @ZodResponse({ type: BookAccountsDto })
  save(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PutBookAccountsDto) {
    return this.accounts.save(account.accountId, body);
  }
}
