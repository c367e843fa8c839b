import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type TariffId } from '@pandafab/shared';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { TariffDto, TariffListDto, TariffVersionListDto } from './tariff.dto';
import { Tariff, TariffVersion } from './tariff.entities';
import { beginsOn, inOrder, tariffInForce } from './tariff-in-force';

@Injectable()
export class TariffsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** Every tariff with the version that applies today. */
  async list(): Promise<TariffListDto> {
    const tariffs = await this.database.of(Tariff).find({ order: { name: 'ASC' } });
    const now = this.clock.now();
    const versions = await Promise.all(
      tariffs.map(({ id }) => tariffInForce(this.database.manager, id, now)),
    );
    const items = tariffs.flatMap((tariff, index) => {
      const version = versions[index];
      return version ? [toTariffDto(tariff, version)] : [];
    });
    return { items, total: items.length };
  }

  /** Every version of a tariff, the latest first. @throws Fault BILLING.TARIFF_UNKNOWN {id} */
  async versions(tariffId: TariffId): Promise<TariffVersionListDto> {
    if (!(await this.database.of(Tariff).existsBy({ id: tariffId })))
      throw new Fault('BILLING.TARIFF_UNKNOWN', { id: tariffId });
    const versions = await this.database.of(TariffVersion).findBy({ tariffId });
    const items = inOrder(versions).reverse().map(viewVersion);
    return { items, total: items.length };
  }
}

const viewVersion = (version: TariffVersion) => ({
  id: version.id,
  number: version.number,
  rates: version.rates,
  inForceFrom: beginsOn(version),
  createdAt: toIso(version.createdAt),
});

export const toTariffDto = ({ id, name, standard }: Tariff, version: TariffVersion): TariffDto => ({
  id,
  name,
  standard,
  version: viewVersion(version),
});
