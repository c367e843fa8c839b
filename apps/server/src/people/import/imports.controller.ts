import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { inLanguage, type Language } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { putIntoWords, ReaderLanguage } from '../../platform/http/words';
import { BadLinesFilter, viewProblems } from './bad-lines.filter';
import { ExportService } from './export.service';
import { ImportListDto, ImportPageDto, ImportReportDto, importBody, UndoneDto } from './imports.dto';
import { ImportsService } from './imports.service';
import { readUpload } from './read-upload';
import { UndoImportService } from './undo-import.service';

const NOTHING = { code: '', details: {}, what: '', cure: '' };

@ApiTags('members')
@UseFilters(BadLinesFilter)
@Controller('v1/members')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly undoing: UndoImportService,
    private readonly exporting: ExportService,
  ) {}

  /**
   * Registers the members of a CSV file: either all of them or none. With `dryRun` nothing is written, and the
   * answer says what would happen.
   */
  @Can('member.import', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(importBody)
  @ZodResponse({ status: 200, type: ImportReportDto })
  @HttpCode(200)
  @Post('imports')
  @Faults(
    'FILE.MISSING',
    'FILE.MORE_THAN_ONE',
    'FILE.TRUNCATED',
    'IMPORT.BAD_LINES',
    'IMPORT.COLUMN_TWICE',
    'IMPORT.EMPTY',
    'IMPORT.NAME_COLUMN_MISSING',
    'IMPORT.TOO_LARGE',
    'IMPORT.TOO_MANY_LINES',
    'IMPORT.UNREADABLE',
    'MEMBER.UNKNOWN_LAB',
    'REQUEST.NOT_MULTIPART',
  )
  async importFile(
    @CurrentAccount() account: CurrentAccountInfo,
    @Req() request: FastifyRequest,
    @ReaderLanguage() language: Language,
  ) {
    const { dryRun, ...upload } = await readUpload(request);
    const report = dryRun
      ? await this.imports.tryOut(upload, account)
      : await this.imports.importMembers(upload, account);
    return {
      ...{ dryRun, importId: report.importId, lines: report.lines, members: report.members },
      problems: viewProblems(report.problems, language),
      ignoredColumns: [...report.ignoredColumns],
    };
  }

  /** Lists the files that were imported, newest first. */
  @Can('member.import', 'network')
  @ZodResponse({ type: ImportListDto })
  @Get('imports')
  async list(@Query() page: ImportPageDto) {
    const { items, ...where } = await this.imports.list(page);
    const view = items.map(({ createdAt, undoneAt, ...each }) => {
      return { ...each, createdAt: toIso(createdAt), undoneAt: toIsoOrNull(undoneAt) };
    });
    return { items: view, ...where };
  }

  /** Undoes an import: removes its members, except those whose data has changed since. */
  @Can('member.import', 'network')
  @ZodResponse({ status: 200, type: UndoneDto })
  @HttpCode(200)
  @Post('imports/:id/undo')
  @Faults('IMPORT.UNKNOWN')
  async undo(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: string,
    @ReaderLanguage() language: Language,
  ) {
    const { removed, kept } = await this.undoing.undo(id, accountId);
    const words = (code: string) => putIntoWords({ code, details: {} }, language) ?? NOTHING;
    return { removed, kept: kept.map(({ why, ...member }) => ({ ...member, why: why.map(words) })) };
  }

  /** Sends all members as CSV, for a spreadsheet or another network. */
  @Can('member.export', 'network')
  @ApiProduces('text/csv')
  @Get('export')
  async export(@ReaderLanguage() language: Language): Promise<StreamableFile> {
    const name = inLanguage({ en: 'members.csv', fr: 'membres.csv' }, language);
    return new StreamableFile(await this.exporting.start(language), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
