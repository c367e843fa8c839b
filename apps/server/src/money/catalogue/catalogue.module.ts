import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Article } from './article.entity';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { catalogueAudit } from './catalogue.audit';
import { catalogueFaults } from './catalogue.faults';
import { Catalogue1764500001000 } from './catalogue.migration';

/** The articles that the network sells often. */
@Module({ controllers: [ArticlesController], providers: [ArticlesService] })
export class CatalogueModule {}

export const catalogue = {
  module: CatalogueModule,
  tables: [Article],
  migrations: [Catalogue1764500001000],
  auditWords: [catalogueAudit],
  faults: [catalogueFaults],
} satisfies Feature;
