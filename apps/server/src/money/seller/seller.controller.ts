import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PutSellerSettingsDto, SellerSettingsDto, SellerVersionListDto } from './seller.schema';
import { SellerService } from './seller.service';

/** The association's legal identity, VAT regime and the dated wordings of its documents. */
@ApiTags('billing')
@Controller('v1/settings/seller')
export class SellerController {
  constructor(private readonly seller: SellerService) {}

  /** Shows the seller’s settings that are in force now: what invoices print, and how activities are taxed. */
  @Get()
  @Can('seller.read', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  @Faults('BILLING.SELLER_MISSING')
  current() {
    return this.seller.current();
  }

  /** Lists every recorded version of the seller’s settings, with those that begin later, latest first day first. */
  @Get('versions')
  @Can('seller.read', 'network')
  @ZodResponse({ type: SellerVersionListDto })
  versions() {
    return this.seller.versions();
  }

  /** Records the seller’s settings from a given day on. Documents that are already issued do not change. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  save(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PutSellerSettingsDto) {
    return this.seller.save(account.accountId, body);
  }
}
