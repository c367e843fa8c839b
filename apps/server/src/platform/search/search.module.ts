import { Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { SearchController } from './search.controller';
import { SearchService } from './search.service';
import { SearchSources } from './search-sources';

/** One search over all kinds of things; the modules that own them register how to find them. */
@Global()
@Module({
  controllers: [SearchController],
  providers: [SearchService, SearchSources],
  exports: [SearchSources],
})
export class SearchModule {}

export const search: Feature = { module: SearchModule };
