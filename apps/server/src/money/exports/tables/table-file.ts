import type { Readable } from 'node:stream';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table as it is sent. */
export interface TableFile {
  readonly name: string;
  readonly type: string;
  readonly body: Readable | Buffer;
}

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
