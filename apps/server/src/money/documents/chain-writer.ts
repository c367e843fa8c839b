import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';
import type { DocumentFile, PaperDocument } from './document.entities';

/** Links documents to the hash chain. `money/chain` implements it. */
export interface ChainLinks {
  /** Called in the unit of work that issues the document, after the row is written. */
  append(unit: Unit, document: PaperDocument): Promise<void>;
  /** Called once for each document, in the unit of work that records its files. */
  appendFiles(unit: Unit, document: PaperDocument, files: readonly DocumentFile[]): Promise<void>;
}

/** The hash chain over issued documents. The server does not start without it: documents would be missing in it. */
@Injectable()
export class ChainWriter implements ChainLinks, OnApplicationBootstrap {
  private readonly chains = new Registry<'chain', ChainLinks>('hash chain of documents');

  /** @throws Error when a chain is registered already */
  register(links: ChainLinks): void {
    this.chains.register('chain', links);
  }

  /** @throws Error when no chain is registered */
  onApplicationBootstrap(): void {
    this.chains.assertComplete(['chain']);
  }

  append(unit: Unit, document: PaperDocument): Promise<void> {
    return this.chains.get('chain').append(unit, document);
  }

  appendFiles(unit: Unit, document: PaperDocument, files: readonly DocumentFile[]): Promise<void> {
    return this.chains.get('chain').appendFiles(unit, document, files);
  }
}
