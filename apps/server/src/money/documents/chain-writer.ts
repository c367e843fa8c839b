import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/persistence/unit';
import type { DocumentFile, PaperDocument } from './document.entities';

/** Links documents to the hash chain. `money/chain` implements it. */
export interface ChainLinks {
  /** Called in the unit of work that issues the document, after the row is written. */
  append(unit: Unit, document: PaperDocument): Promise<void>;
  /** Called once for each document, in the unit of work that records its files. */
  appendFiles(unit: Unit, document: PaperDocument, files: readonly DocumentFile[]): Promise<void>;
}

/** The hash chain over issued documents. */
@Injectable()
export class ChainWriter implements ChainLinks {
  private links: ChainLinks | undefined;

  /** @throws Error when a chain is registered already */
  register(links: ChainLinks): void {
    if (this.links) throw new Error('registered twice: hash chain of documents');
    this.links = links;
  }

  async append(unit: Unit, document: PaperDocument): Promise<void> {
    await this.links?.append(unit, document);
  }

  async appendFiles(unit: Unit, document: PaperDocument, files: readonly DocumentFile[]): Promise<void> {
    await this.links?.appendFiles(unit, document, files);
  }
}
