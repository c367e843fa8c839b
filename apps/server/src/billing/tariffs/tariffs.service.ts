import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, newId, type TariffId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { toIso } from '../../api/fields';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { UsageService } from '../usage/usage.service';
import type { PublishTariffDto, TariffDto, TariffListDto } from './tariff.dto';
import { Tariff, TariffVersion } from './tariff.entities';
import { tariffInForce } from './tariff-in-force';

@Injectable()
export class TariffsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly usage: UsageService,
  ) {}

  /** Every tariff with the version that prices now. */
  async list(): Promise<TariffListDto> {
    const tariffs = await this.database.of(Tariff).find({ order: { name: 'ASC' } });
    const versions = await Promise.all(tariffs.map(({ id }) => tariffInForce(this.database.manager, id)));
    const items = tariffs.flatMap((tariff, index) => {
      const version = versions[index];
      return version ? [toDto(tariff, version)] : [];
    });
    return { items, total: items.length };
  }

  /** Publishes a new version; what was priced before keeps the version it was priced with. */
  async publish(by: AccountId, body: PublishTariffDto): Promise<TariffDto> {
    return this.unitOfWork.run(async (manager) => {
      const tariff = await this.named(manager, body.name);
      const version = await this.addVersion(manager, tariff, by, body);
      await this.usage.priceWaiting(manager);
      return toDto(tariff, version);
    });
  }

  private async named(manager: EntityManager, name: string): Promise<Tariff> {
    // Writing the name again locks the row: two versions published at once get two numbers.
    await manager.update(Tariff, { name }, { name });
    const known = await manager.findOneBy(Tariff, { name });
    if (known) return known;
    const standard = !(await manager.existsBy(Tariff, { standard: true }));
    const tariff: Tariff = { id: newId<TariffId>(), name, standard, createdAt: this.clock.now() };
    await manager.insert(Tariff, tariff);
    return tariff;
  }

  private async addVersion(
    manager: EntityManager,
    tariff: Tariff,
    createdBy: AccountId,
    { rates }: PublishTariffDto,
  ): Promise<TariffVersion> {
    const number = ((await tariffInForce(manager, tariff.id))?.number ?? 0) + 1;
    const createdAt = this.clock.now();
    const version: TariffVersion = { id: newId(), tariffId: tariff.id, number, rates, createdBy, createdAt };
    await manager.insert(TariffVersion, version);
    await audit(manager, this.clock, {
      action: 'tariff.published',
      subject: ['tariff', tariff.id],
      after: { name: tariff.name, number, versionId: version.id },
    });
    return version;
  }
}

const toDto = ({ id, name, standard }: Tariff, version: TariffVersion): TariffDto => ({
  id,
  name,
  standard,
  version: {
    id: version.id,
    number: version.number,
    rates: version.rates,
    createdAt: toIso(version.createdAt),
  },
});
