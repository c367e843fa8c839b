import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../http/access';
import { FoundListDto, SearchQueryDto } from './search.dto';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /**
   * Finds jobs, people, clients, papers, spools, machines and labs by the first letters of their words. It shows only
   * what the account sees in the lists, kind by kind, the best first; a token finds what its scopes allow.
   */
  @Get()
  @SignedIn('account:read')
  @ZodResponse({ type: FoundListDto })
  async find(@CurrentAccount() account: CurrentAccountInfo, @Query() { q, limit }: SearchQueryDto) {
    return { items: await this.search.find(account, q, limit) };
  }
}
