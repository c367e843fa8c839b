import { api, content } from '../../api/client';
import type { Mapping } from './bank';

export interface StatementFile {
  readonly file: File;
  readonly account: string;
  /** Chosen by the reader; undefined: as the server knows or guesses them. */
  readonly mapping: Mapping | undefined;
}

function formOf(
  { file, account, mapping }: StatementFile,
  more: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  if (account.trim() !== '') form.append('account', account.trim());
  if (mapping) form.append('mapping', JSON.stringify(mapping));
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  form.append('file', file);
  return form;
}

/** What an import would do. */
export const previewStatement = (statement: StatementFile) => {
  const body = { file: statement.file.name };
  return content(api.POST('/api/v1/bank/previews', { body, bodySerializer: () => formOf(statement) }));
};

export const importStatement = (statement: StatementFile, withoutBroken: boolean) => {
  const form = () => formOf(statement, { withoutBroken: String(withoutBroken) });
  const body = { file: statement.file.name, withoutBroken };
  return content(api.POST('/api/v1/bank/statements', { body, bodySerializer: form }));
};
