import { api, content, type Schemas } from '../../api/client';

export type Report = Schemas['ImportReport'];

interface ImportRequest {
  readonly file: File;
  readonly labId: string;
  /** Only report what the import would do. */
  readonly dryRun: boolean;
  readonly sameEmail: boolean;
}

/** The options go before the file: the server reads a form from its start. */
export function sendImport({ file, labId, dryRun, sameEmail }: ImportRequest): Promise<Report> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  if (labId) form.append('labId', labId);
  if (sameEmail) form.append('evenIf', 'same-email');
  form.append('file', file);
  return content(
    api.POST('/api/v1/members/imports', { body: { file: file.name, dryRun }, bodySerializer: () => form }),
  );
}
