import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isBooked } from '@pandafab/domain';
import type { Unit } from '../../platform/persistence/unit';
import { type ChainLinks, ChainWriter } from '../documents/chain-writer';
import type { DocumentFile, PaperDocument } from '../documents/document.entities';
import { documentPayload } from './document-payload';
import { filesPayload } from './files-payload';
import { MoneyLinks } from './money-links';

/** Adds the links of documents that enter the books; quotes and order confirmations have none. */
@Injectable()
export class DocumentLinks implements ChainLinks, OnModuleInit {
  constructor(
    private readonly writer: ChainWriter,
    private readonly links: MoneyLinks,
  ) {}

  onModuleInit(): void {
    this.writer.register(this);
  }

  async append(unit: Unit, { kind, number, content, issuedAt, salt }: PaperDocument): Promise<void> {
    if (!isBooked(kind)) return;
    if (!content || issuedAt === null || number !== content.number)
      throw new Error(`the document ${number} is not complete`);
    await this.links.add(unit, documentPayload({ content, issuedAt, salt }));
  }

  async appendFiles(
    unit: Unit,
    { kind, number }: PaperDocument,
    files: readonly DocumentFile[],
  ): Promise<void> {
    if (!isBooked(kind)) return;
    if (number === null) throw new Error('a draft has no files');
    await this.links.add(unit, filesPayload(number, files));
  }
}
