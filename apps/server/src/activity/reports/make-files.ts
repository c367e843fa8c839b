import { sheetsOf } from './files/sheets';
import { writeCsv } from './files/write-csv';
import { writeOds } from './files/write-ods';
import { writeXlsxOf } from './files/write-xlsx';
import { renderReport } from './pdf/render-report';
import type { ReportContent } from './report-content.dto';
import type { ReportFormat } from './reports.dto';

interface MadeFile {
  readonly format: ReportFormat;
  readonly bytes: Buffer;
}

/** All files of a report. The same content gives the same bytes. */
export async function makeFiles(content: ReportContent): Promise<MadeFile[]> {
  const sheets = sheetsOf(content);
  return [
    { format: 'pdf', bytes: await renderReport(content, { isDraft: false, isOver: true }) },
    { format: 'ods', bytes: await writeOds(sheets) },
    { format: 'xlsx', bytes: await writeXlsxOf(sheets) },
    { format: 'csv', bytes: await writeCsv(sheets) },
  ];
}
