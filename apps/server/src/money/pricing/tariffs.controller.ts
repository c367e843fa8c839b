import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { TariffId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import {
  CalculationRequestDto,
  PublishTariffDto,
  TariffDto,
  TariffListDto,
  TariffVersionListDto,
} from '../tariffs/tariff.dto';
import { TariffsService } from '../tariffs/tariffs.service';
import { CalculationService } from './calculation.service';
import { PublishTariffService } from './publish-tariff.service';
import { CalculationDto } from './usage-record.dto';

@ApiTags('billing')
@Controller('v1/tariffs')
export class TariffsController {
  constructor(
    private readonly tariffs: TariffsService,
    private readonly publishing: PublishTariffService,
    private readonly calculation: CalculationService,
  ) {}

  /** Lists the tariffs, each with the version that applies today. */
  @Get()
  @Can('tariff.read', 'network')
  @ZodResponse({ type: TariffListDto })
  list() {
    return this.tariffs.list();
  }

  /**
   * Publishes a tariff, or the next version of the tariff with this name. A published version never changes.
   */
  @Post()
  @Can('tariff.manage', 'network')
  @ZodResponse({ status: 201, type: TariffDto })
  @Faults('BILLING.TARIFF_DAY_PAST', 'BILLING.TARIFF_FIRST_LATER')
  publish(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PublishTariffDto) {
    return this.publishing.publish(account.accountId, body);
  }

  /** Calculates the price of a print for each tariff group, from its time and material. Nothing is stored. */
  @Post('calculation')
  @Can('tariff.read', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: CalculationDto })
  @Faults('BILLING.TARIFF_UNKNOWN')
  calculate(@Body() body: CalculationRequestDto) {
    return this.calculation.calculate(body);
  }

  /** Lists every version of a tariff, the latest first, with those that begin later. */
  @Get(':id/versions')
  @Can('tariff.read', 'network')
  @ZodResponse({ type: TariffVersionListDto })
  @Faults('BILLING.TARIFF_UNKNOWN')
  versions(@PathId() id: TariffId) {
    return this.tariffs.versions(id);
  }
}
