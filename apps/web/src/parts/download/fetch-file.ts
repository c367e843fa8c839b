import { Problem, problemOf } from '../../api/problem';
import { currentLanguage } from '../../i18n/i18n';

/** A file of the service, with the name that it gives to it. @throws Problem where the service refuses */
export async function fetchFile(href: string): Promise<{ readonly name: string; readonly blob: Blob }> {
  const headers = { 'accept-language': currentLanguage() };
  const response = await fetch(href, { headers, credentials: 'same-origin' }).catch(() => {
    throw Problem.unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  const [, name = 'export'] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  // An answer that breaks off is an error here, not a file that ends too early.
  const blob = await response.blob().catch(() => {
    throw Problem.unreachable();
  });
  return { name, blob };
}

/** Hands a file to the browser, which saves it. */
export function saveFile({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
