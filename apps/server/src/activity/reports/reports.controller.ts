import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ReportId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { FileStore } from '../../platform/file-store/file-store';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso } from '../../platform/http/fields';
import { PathId, PathText } from '../../platform/http/path-params';
import { CommentsService } from './comments.service';
import { fileName, typeOf } from './file-names';
import { renderReport } from './pdf/render-report';
import { PresentService } from './present.service';
import { ReportFilesService } from './report-files.service';
import {
  CommentDto,
  DifferencesDto,
  NewReportDto,
  ReportCommentDto,
  ReportDto,
  ReportListDto,
  ReportSearchDto,
} from './reports.dto';
import { ReportsService } from './reports.service';

/** Reports of activity and money. */
@ApiTags('activity')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly comments: CommentsService,
    private readonly presenting: PresentService,
    private readonly files: ReportFilesService,
    private readonly store: FileStore,
  ) {}

  /** Lists the reports that you may see, the latest period first. */
  @Get()
  @Can('report.read', 'network')
  @ZodResponse({ type: ReportListDto })
  list(@CurrentAccount() account: CurrentAccountInfo, @Query() search: ReportSearchDto) {
    return this.reports.list(account, search);
  }

  /** Begins the report of an agreement for a half-year or a year, of one lab or of the network. */
  @Post()
  @Can('report.comment', 'network')
  @ZodResponse({ status: 201, type: ReportDto })
  @Faults(
    ...(['AUTH.OTHER_LAB', 'CONVENTION.UNKNOWN', 'LAB.UNKNOWN', 'REPORT.EXISTS'] as const),
    ...(['REPORT.NOT_BEGUN', 'REPORT.OUTSIDE', 'REPORT.UNKNOWN'] as const),
  )
  create(@CurrentAccount() account: CurrentAccountInfo, @Body() body: NewReportDto) {
    return this.reports.create(account, body);
  }

  /** Shows a report: a draft with the figures of now, a presented one as it was frozen. */
  @Get(':id')
  @Can('report.read', 'network')
  @ZodResponse({ type: ReportDto })
  @Faults('AUTH.OTHER_LAB', 'REPORT.UNKNOWN')
  get(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo) {
    return this.reports.get(account, id);
  }

  /** Writes a comment of a draft: `intro`, `objective-` or `indicator-` and an id. */
  @Put(':id/comments/:key')
  @Can('report.comment', 'network')
  @ZodResponse({ type: ReportCommentDto })
  @Faults(
    ...(['AUTH.OTHER_LAB', 'REPORT.CHANGED', 'REPORT.COMMENT_UNKNOWN', 'REPORT.PRESENTED'] as const),
    'REPORT.UNKNOWN',
  )
  comment(
    @PathId() id: ReportId,
    @PathText('key') key: string,
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() body: CommentDto,
  ) {
    return this.comments.write(account, id, { key, ...body });
  }

  /** Presents a report whose period is over: figures and comments are frozen, and its files are made. */
  @Post(':id/present')
  @HttpCode(200)
  @Can('report.present', 'network')
  @ZodResponse({ status: 200, type: ReportDto })
  @Faults('AUTH.OTHER_LAB', 'REPORT.CHANGED', 'REPORT.PERIOD_RUNS', 'REPORT.UNKNOWN')
  async present(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo) {
    await this.presenting.present(account, id);
    return this.reports.get(account, id);
  }

  /** Shows what has changed in the figures since a report was presented. */
  @Get(':id/differences')
  @Can('report.read', 'network')
  @ZodResponse({ type: DifferencesDto })
  @Faults('AUTH.OTHER_LAB', 'REPORT.UNKNOWN')
  async differences(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo) {
    const { items, comparedAt } = await this.reports.differences(account, id);
    return { items, total: items.length, comparedAt: toIso(comparedAt) };
  }

  /** Sends a presented report as PDF: the same bytes each time. Of a draft, the PDF of now, marked as a draft. */
  @Get(':id/files/pdf')
  @Can('report.read', 'network')
  @ApiProduces('application/pdf')
  @Faults('AUTH.OTHER_LAB', 'REPORT.FILE_NOT_READY', 'REPORT.UNKNOWN')
  async pdf(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo): Promise<StreamableFile> {
    const report = await this.reports.seen(account, id);
    if (report.state === 'presented') return this.send(id, 'pdf', report);
    const bytes = await renderReport(await this.reports.draft(report), {
      ...{ isDraft: true, isOver: this.reports.isOver(report) },
    });
    const disposition = `inline; filename="${fileName(report, 'pdf', true)}"`;
    return new StreamableFile(bytes, { type: typeOf('pdf'), disposition, length: bytes.length });
  }

  /** Sends a presented report as a spreadsheet in the OpenDocument format. */
  @Get(':id/files/ods')
  @Can('report.read', 'network')
  @ApiProduces('application/vnd.oasis.opendocument.spreadsheet')
  @Faults('AUTH.OTHER_LAB', 'REPORT.FILE_NOT_READY', 'REPORT.IS_DRAFT', 'REPORT.UNKNOWN')
  async ods(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo): Promise<StreamableFile> {
    return this.send(id, 'ods', await this.reports.seen(account, id));
  }

  /** Sends a presented report as a spreadsheet in the format of Excel. */
  @Get(':id/files/xlsx')
  @Can('report.read', 'network')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Faults('AUTH.OTHER_LAB', 'REPORT.FILE_NOT_READY', 'REPORT.IS_DRAFT', 'REPORT.UNKNOWN')
  async xlsx(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo): Promise<StreamableFile> {
    return this.send(id, 'xlsx', await this.reports.seen(account, id));
  }

  /** Sends every figure of a presented report as CSV. */
  @Get(':id/files/csv')
  @Can('report.read', 'network')
  @ApiProduces('text/csv')
  @Faults('AUTH.OTHER_LAB', 'REPORT.FILE_NOT_READY', 'REPORT.IS_DRAFT', 'REPORT.UNKNOWN')
  async csv(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo): Promise<StreamableFile> {
    return this.send(id, 'csv', await this.reports.seen(account, id));
  }

  /** Deletes a draft with its comments. */
  @Delete(':id')
  @HttpCode(204)
  @Can('report.comment', 'network')
  @Faults('AUTH.OTHER_LAB', 'REPORT.PRESENTED', 'REPORT.UNKNOWN')
  async delete(@PathId() id: ReportId, @CurrentAccount() account: CurrentAccountInfo): Promise<void> {
    await this.reports.delete(account, id);
  }

  private async send(
    id: ReportId,
    format: Parameters<typeof typeOf>[0],
    report: Parameters<typeof fileName>[0],
  ): Promise<StreamableFile> {
    const { sha256, bytes } = await this.files.file(id, format);
    const disposition = `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${fileName(report, format)}"`;
    return new StreamableFile(this.store.read(sha256), { type: typeOf(format), disposition, length: bytes });
  }
}
