import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isBooked } from '@pandafab/domain';
import type { Unit } from '../../platform/persistence/unit';
import { type ChainLinks, ChainWriter } from '../documents/chain-writer';
import type { DocumentFile, PaperDocument } from '../documents/document.entities';
import { appendLink, type LinkRecord } from './append-link';
import { documentPayload } from './document-payload';
import { filesPayload } from './files-payload';
import { HeadLogWriter } from './head-log-writer';

/** Adds the links of documents that enter the books; quotes and order confirmations have none. */
@Injectable()
export class DocumentLinks implements ChainLinks, OnModuleInit {
  constructor(
    private readonly writer: ChainWriter,
    private readonly headLog: HeadLogWriter,
  ) {}

  onModuleInit(): void {
    this.writer.register(this);
  }

  async append(unit: Unit, { kind, number, content, issuedAt, salt }: PaperDocument): Promise<void> {
    if (!isBooked(kind)) return;
    if (!content || issuedAt === null || number !== content.number)
      throw new Error(`the document ${number} is not complete`);
    await this.add(unit, documentPayload({ content, issuedAt, salt }));
  }

  async appendFiles(
    unit: Unit,
    { kind, number }: PaperDocument,
    files: readonly DocumentFile[],
  ): Promise<void> {
    if (!isBooked(kind)) return;
    if (number === null) throw new Error('a draft has no files');
    await this.add(unit, filesPayload(number, files));
  }

  private async add(unit: Unit, record: LinkRecord): Promise<void> {
    await appendLink(unit, record);
    unit.afterCommit(() => this.headLog.poke());
  }
}
