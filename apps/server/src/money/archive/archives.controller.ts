import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathText } from '../../platform/http/path-params';
import { ArchivesService } from './archives.service';

/** Yearly archives of the books. */
@ApiTags('billing')
@Controller('v1/archives')
export class ArchivesController {
  constructor(private readonly archives: ArchivesService) {}

  /** Sends everything of a closed year as a ZIP file: documents, XML, payments, closures, the chain, and a program that verifies it. */
  @Get(':year')
  @Can('books.read', 'network')
  @ApiProduces('application/zip')
  @Faults('ARCHIVE.YEAR_OPEN', 'ARCHIVE.FILE_LOST', 'BILLING.SELLER_MISSING')
  async read(@PathText('year') year: string) {
    const stream = await this.archives.make(year);
    const disposition = `attachment; filename="archive-${year}.zip"`;
    return new StreamableFile(stream, { type: 'application/zip', disposition });
  }
}
