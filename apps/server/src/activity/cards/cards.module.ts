import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { CardRegistrations } from './card-registrations';
import { MemberCards1764500212000 } from './cards.migration';
import { MemberCard } from './member-card.entity';

/** Cards of members. */
@Module({ imports: [ImportModule], providers: [CardRegistrations] })
export class CardsModule {}

export const cards: Feature = {
  module: CardsModule,
  tables: [MemberCard],
  migrations: [MemberCards1764500212000],
};
