import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { PrestationId, StageId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';
import type { PaperSums } from './prestation.dto';

/** What the documents of a prestation say about it. */
export interface PapersOfOrder {
  /** What its issued documents add up to. */
  sums(manager: EntityManager, id: PrestationId): Promise<PaperSums>;
  /** The stages with an issued invoice that is not credited in full. */
  invoicedStages(manager: EntityManager, id: PrestationId): Promise<ReadonlySet<StageId>>;
  /** True while a deposit or an invoice is issued that is not credited in full. */
  hasUncredited(manager: EntityManager, id: PrestationId): Promise<boolean>;
}

/** Documents are a layer above: their module registers the answers, and the server does not start without them. */
@Injectable()
export class OrderPapers implements OnApplicationBootstrap {
  private readonly answers = new Registry<'documents', PapersOfOrder>('papers of a prestation');

  register(papers: PapersOfOrder): void {
    this.answers.register('documents', papers);
  }

  /** @throws Error if no module registered */
  onApplicationBootstrap(): void {
    this.answers.assertComplete(['documents']);
  }

  get papers(): PapersOfOrder {
    return this.answers.get('documents');
  }
}
