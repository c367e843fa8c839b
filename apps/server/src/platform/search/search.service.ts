import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../http/access';
import { CLOCK } from '../kit/config';
import { ReadDatabase } from '../persistence/read-database';
import { readAsked } from './asked';
import { type Found, SEARCH_KINDS, type SearchKind, SearchSources } from './search-sources';

const MATCHES = ['exact', 'start', 'words'] as const;

/** Asks all sources of the search at the same time. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly sources: SearchSources,
  ) {}

  /** What the account may see of all kinds, one kind after the other: first the kind with the closest result. */
  async find(account: CurrentAccountInfo, text: string, limit: number) {
    const asked = readAsked(text, limit, this.clock.now());
    if (!asked) return [];
    const kinds = await Promise.all(
      SEARCH_KINDS.map(async (kind) => {
        const items = await this.sources.get(kind)(this.read.manager, account, asked);
        return { kind, items, closest: items[0]?.closeness ?? MATCHES.length };
      }),
    );
    return kinds
      .sort((a, b) => a.closest - b.closest)
      .flatMap(({ kind, items }) => items.map((item) => view(kind, item)));
  }
}

const view = (kind: SearchKind, { closeness, ...item }: Found) => ({
  kind,
  ...item,
  match: MATCHES[closeness],
});
