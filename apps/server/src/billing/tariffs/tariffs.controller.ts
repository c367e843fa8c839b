import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../accounts/access';
import { PublishTariffDto, TariffDto, TariffListDto } from './tariff.dto';
import { TariffsService } from './tariffs.service';

@ApiTags('billing')
@Controller('v1/tariffs')
export class TariffsController {
  constructor(private readonly tariffs: TariffsService) {}

  /** Every tariff, with the version that prices now. */
  @Get()
  @Can('tariff.read', 'network')
  @ZodResponse({ type: TariffListDto })
  list() {
    return this.tariffs.list();
  }

  /** Publishes a tariff, or the next version of the one of this name. Versions never change. */
  @Post()
  @Can('tariff.manage', 'network')
  @ZodResponse({ status: 201, type: TariffDto })
  publish(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PublishTariffDto) {
    return this.tariffs.publish(account.accountId, body);
  }
}
