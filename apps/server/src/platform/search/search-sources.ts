import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../http/access';
import { Registry } from '../kit/registry';
import type { Asked } from './asked';
import type { Closeness } from './find-best';

/** The kinds of things that can be found. Where two of them fit a query equally well, the earlier one is listed first. */
export const SEARCH_KINDS = [
  ...(['job', 'member', 'group', 'organisation', 'prestation', 'document'] as const),
  ...(['spool', 'machine', 'lab'] as const),
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A thing that was found, with the few words by which a person recognises it. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly labId: LabId | null;
  readonly state: string | null;
  readonly closeness: Closeness;
}

/** Finds things of one kind: only those that the account sees in their list, the best first. */
export type SearchSource = (
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
) => Promise<readonly Found[]>;

/**
 * Where the search looks. The module that owns a kind of thing registers how to find it. The server does not start if
 * a kind is missing, because its things could then not be found.
 */
@Injectable()
export class SearchSources implements OnApplicationBootstrap {
  private readonly sources = new Registry<SearchKind, SearchSource>('source of the search');

  register(kind: SearchKind, find: SearchSource): void {
    this.sources.register(kind, find);
  }

  /** @throws Error with the kinds that no module registered */
  onApplicationBootstrap(): void {
    this.sources.assertComplete(SEARCH_KINDS);
  }

  get(kind: SearchKind): SearchSource {
    return this.sources.get(kind);
  }
}
