import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../accounts/access';
import { PutSellerSettingsDto, SellerSettingsDto } from './seller.schema';
import { SellerService } from './seller.service';

/** The association's legal identity, VAT regime and the dated wordings of its documents. */
@ApiTags('billing')
@Controller('v1/settings/seller')
export class SellerController {
  constructor(private readonly seller: SellerService) {}

  @Get()
  @Can('seller.read', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  current() {
    return this.seller.current();
  }

  /** Settings from a day on. Documents that are already issued keep what they show. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  record(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PutSellerSettingsDto) {
    return this.seller.record(account.accountId, body);
  }
}
