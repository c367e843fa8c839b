import type { ReportFormat } from './reports.dto';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
export const typeOf = (format: ReportFormat): string => TYPES[format];

/** rapport-2026-H1-reseau.pdf; of a lab, the beginning of its id tells it from others. */
export const fileName = (
  { period, labId }: { readonly period: string; readonly labId: string | null },
  format: ReportFormat,
  isDraft = false,
): string =>
  `${isDraft ? 'brouillon-' : ''}rapport-${period}-${labId === null ? 'reseau' : `lab-${labId.slice(-6)}`}.${format}`;
