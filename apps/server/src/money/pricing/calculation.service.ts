import { Inject, Injectable } from '@nestjs/common';
import { priceUsage, TARIFF_GROUPS, type TariffVersion } from '@pandafab/domain';
import { type Clock, Fault, type TariffId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { CalculationRequestDto } from '../tariffs/tariff.dto';
import { Tariff } from '../tariffs/tariff.entities';
import { tariffInForce } from '../tariffs/tariff-in-force';
import type { CalculationDto } from './usage-record.dto';

/** What a print would cost each tariff group, by the same rules as usage is priced. Nothing is stored. */
@Injectable()
export class CalculationService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** @throws Fault BILLING.TARIFF_UNKNOWN {id} */
  async calculate(request: CalculationRequestDto): Promise<CalculationDto> {
    const { tariffId, rates = await this.ratesOf(tariffId), ...usage } = request;
    if (!rates) return { items: [] };
    const items = TARIFF_GROUPS.map((category) => {
      const { valueCents, chargedCents, lines } = priceUsage(rates, { category, ...usage });
      return { category, valueCents, chargedCents, lines: [...lines] };
    });
    return { items };
  }

  private async ratesOf(tariffId: TariffId | undefined): Promise<TariffVersion | undefined> {
    const { manager } = this.database;
    if (tariffId && !(await manager.existsBy(Tariff, { id: tariffId })))
      throw new Fault('BILLING.TARIFF_UNKNOWN', { id: tariffId });
    const version = await tariffInForce(manager, tariffId ?? null, this.clock.now());
    return version?.rates;
  }
}
