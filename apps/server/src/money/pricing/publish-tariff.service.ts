import { Injectable } from '@nestjs/common';
import type { AccountId } from '@pandafab/shared';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { PublishTariffDto, TariffDto } from '../tariffs/tariff.dto';
import { addVersion } from '../tariffs/tariff-versions';
import { toTariffDto } from '../tariffs/tariffs.service';
import { UsageService } from './usage.service';

/** Publishes tariffs, and prices the usage recorded before the network had one. */
@Injectable()
export class PublishTariffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly usage: UsageService,
  ) {}

  /** Publishes a new version. Usage that already has a price keeps its version. */
  async publish(by: AccountId, body: PublishTariffDto): Promise<TariffDto> {
    return this.unitOfWork.run(async (unit) => {
      const { tariff, version } = await addVersion(unit, by, body);
      await this.usage.priceWaiting(unit);
      return toTariffDto(tariff, version);
    });
  }
}
