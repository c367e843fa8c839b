import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Clock, Fault } from '@pandafab/shared';
import { ZipFile } from 'yazl';
import { audit } from '../../platform/audit/audit';
import { FileStore } from '../../platform/file-store/file-store';
import { type Actor, currentActor } from '../../platform/kit/actor';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { sellerOn } from '../seller/seller.service';
import { closureTable, documentTable, paymentTable } from './archive-tables';
import { readMe } from './archive-texts';
import { type ArchivedYear, archivedYear } from './archive-year';
import {
  type ArchivedDocument,
  allotmentLines,
  chainLines,
  documentJson,
  documentsOfYear,
  entryLines,
  paymentLines,
} from './read-year';

/** A program of its own: it goes into the archive as it is. */
const VERIFIER = join(__dirname, 'verify.cjs');

/** The hash of each file of an archive, as they pass. */
class Sums {
  private readonly lines: string[] = [];

  /** @returns the same content, whose hash is noted when it ends */
  async *watch(path: string, content: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
    const hash = createHash('sha256');
    for await (const part of content) {
      hash.update(part);
      yield part;
    }
    this.lines.push(`${hash.digest('hex')}  ${path}\n`);
  }

  get text(): string {
    return this.lines.join('');
  }
}

/** Yearly archives: everything of a closed year in one ZIP file, readable and verifiable without the service. */
@Injectable()
export class ArchivesService {
  private readonly log = new Logger('Books');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /**
   * The archive of a year as it is made, with memory that does not grow with the year.
   * @throws Fault ARCHIVE.YEAR_OPEN, ARCHIVE.FILE_LOST
   */
  async make(year: string): Promise<Readable> {
    // The audit entry is written when the last byte is read: by then the request is over.
    const actor = currentActor();
    const { manager } = this.database;
    const archived = await archivedYear(manager, year);
    const documents = await documentsOfYear(manager, archived);
    this.demandFiles(documents);
    const seller = (await sellerOn(manager, `${year}-12-31`)).settings;
    const sums = new Sums();
    const zip = new ZipFile();
    const output = new PassThrough();
    const mtime = new Date(this.clock.now());
    const add = (path: string, content: () => AsyncIterable<string | Buffer>) =>
      zip.addReadStreamLazy(path, { mtime }, (done) => {
        const stream = Readable.from(sums.watch(path, content()));
        stream.on('error', (error) => output.destroy(error));
        done(null, stream);
      });
    const manifest = { form: 1, seller: { name: seller.name, siren: seller.siren }, ...archived };
    const text = (content: string) => () => Readable.from([content]);
    add('LISEZMOI.txt', text(readMe(archived, seller.name)));
    add('archive.json', text(manifestOf(manifest, documents)));
    add('verify.cjs', () => createReadStream(VERIFIER));
    for (const { id, number, files } of documents) {
      add(`documents/${number}.json`, async function* () {
        yield await documentJson(manager, id);
      });
      for (const { kind, sha256 } of files) add(`documents/${number}.${kind}`, () => this.store.read(sha256));
    }
    add('documents.csv', () => documentTable(manager, documents));
    add('payments.csv', () => paymentTable(manager, archived));
    add('closures.csv', () => closureTable(manager, archived));
    add('payments.ndjson', () => paymentLines(manager, archived));
    add('allotments.ndjson', () => allotmentLines(manager, archived));
    add('account-entries.ndjson', () => entryLines(manager, archived));
    add('chain.ndjson', () => chainLines(manager, archived));
    zip.addReadStreamLazy('SHA256SUMS', { mtime }, (done) => done(null, Readable.from([sums.text])));
    zip.end();
    zip.outputStream.on('end', () => void this.note(actor, year, sums.text));
    zip.outputStream.on('error', (error: Error) => output.destroy(error));
    return zip.outputStream.pipe(output);
  }

  /** An archive with a missing PDF would be found out years later. @throws Fault ARCHIVE.FILE_LOST */
  private demandFiles(documents: readonly ArchivedDocument[]): void {
    const lost = documents.find(
      ({ files }) =>
        !files.some(({ kind }) => kind === 'pdf') ||
        files.some(({ sha256 }) => !existsSync(this.store.path(sha256))),
    );
    if (lost) throw new Fault('ARCHIVE.FILE_LOST', { number: lost.number });
  }

  private async note(by: Actor, year: string, sums: string): Promise<void> {
    const sha256 = createHash('sha256').update(sums).digest('hex');
    try {
      const note = { action: 'books.archived', subject: ['archive', null], after: { year, sha256 } } as const;
      await this.unitOfWork.run((unit) => audit(unit, note), { by });
    } catch (error) {
      this.log.error(`the archive of ${year} is not in the audit log`, String(error));
    }
  }
}

const manifestOf = (
  manifest: ArchivedYear & { readonly form: number },
  documents: readonly ArchivedDocument[],
): string =>
  `${JSON.stringify({ ...manifest, documents: documents.map(({ number }) => number) }, null, 1)}\n`;
