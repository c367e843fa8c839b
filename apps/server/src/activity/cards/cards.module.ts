import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { CardRegistrations } from './card-registrations';
import { cardsAudit } from './cards.audit';
import { CardsController } from './cards.controller';
import { cardsFaults } from './cards.faults';
import { MemberCards1764500212000 } from './cards.migration';
import { CardsService } from './cards.service';
import { MemberCard } from './member-card.entity';

/** Cards of members. */
@Module({
  imports: [ImportModule],
  controllers: [CardsController],
  providers: [CardRegistrations, CardsService],
})
export class CardsModule {}

export const cards = {
  module: CardsModule,
  tables: [MemberCard],
  migrations: [MemberCards1764500212000],
  auditWords: [cardsAudit],
  faults: [cardsFaults],
} satisfies Feature;
