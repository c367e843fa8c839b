import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { categoriesAudit } from './categories.audit';
import { CategoriesController } from './categories.controller';
import { categoriesFaults } from './categories.faults';
import { CategoriesService } from './categories.service';
import { MemberCategory } from './member-category.entity';

/** The categories of members, and the tariff group of each. */
@Module({ controllers: [CategoriesController], providers: [CategoriesService] })
export class CategoriesModule {}

export const categories = {
  module: CategoriesModule,
  tables: [MemberCategory],
  auditWords: [categoriesAudit],
  faults: [categoriesFaults],
} satisfies Feature;
