import { api, content, type Schemas } from '../../api/client';

export type Report = Schemas['ImportReportDto_Output'];

interface Wish {
  readonly file: File;
  readonly labId: string;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  readonly sameEmail: boolean;
}

/** The wishes go before the file: the server reads a form from its beginning. */
export function sendImport({ file, labId, dryRun, sameEmail }: Wish): Promise<Report> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  if (labId) form.append('labId', labId);
  if (sameEmail) form.append('evenIf', 'same-email');
  form.append('file', file);
  return content(
    api.POST('/api/v1/members/imports', { body: { file: file.name, dryRun }, bodySerializer: () => form }),
  );
}
