import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
  UseFilters,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../accounts/access';
import { toIso, toIsoOrNull } from '../../api/fields';
import { putIntoWords, ReaderLanguage } from '../../api/words';
import { BadLinesFilter, viewProblems } from './bad-lines.filter';
import { ExportService } from './export.service';
import {
  ImportListDto,
  ImportPageDto,
  ImportParamDto,
  ImportReportDto,
  importBody,
  UndoneDto,
} from './imports.dto';
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

  @ApiOperation({ summary: 'Register the members of a CSV file: all of them, or none' })
  @Can('member.import', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(importBody)
  @ZodResponse({ status: 200, type: ImportReportDto })
  @HttpCode(200)
  @Post('imports')
  async take(
    @CurrentAccount() account: CurrentAccountInfo,
    @Req() request: FastifyRequest,
    @ReaderLanguage() language: Language,
  ) {
    const { dryRun, ...upload } = await readUpload(request);
    const report = dryRun
      ? await this.imports.tryOut(upload, account)
      : await this.imports.take(upload, account);
    return {
      ...{ dryRun, importId: report.importId, lines: report.lines, members: report.members },
      problems: viewProblems(report.problems, language),
      ignoredColumns: [...report.ignoredColumns],
    };
  }

  @ApiOperation({ summary: 'Files that were imported, the latest first' })
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

  @ApiOperation({ summary: 'Take back the members of an import with whom nothing has happened since' })
  @Can('member.import', 'network')
  @ZodResponse({ status: 200, type: UndoneDto })
  @HttpCode(200)
  @Post('imports/:id/undo')
  async undo(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Param() { id }: ImportParamDto,
    @ReaderLanguage() language: Language,
  ) {
    const { removed, kept } = await this.undoing.undo(id, accountId);
    const words = (code: string) => putIntoWords({ code, details: {} }, language) ?? NOTHING;
    return { removed, kept: kept.map(({ why, ...member }) => ({ ...member, why: why.map(words) })) };
  }

  @ApiOperation({ summary: 'All members as CSV, for a spreadsheet or another network' })
  @Can('member.export', 'network')
  @ApiProduces('text/csv')
  @Get('export')
  async export(@ReaderLanguage() language: Language): Promise<StreamableFile> {
    const name = language === 'fr' ? 'membres.csv' : 'members.csv';
    return new StreamableFile(await this.exporting.start(language), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
