import { Problem, problemOf } from '../../api/problem';
import { currentLanguage, t } from '../../i18n/i18n';
import type { Upload } from './queries';

interface Sending {
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/**
 * Sends a file; sending the same file again gives the same upload. XMLHttpRequest, because fetch does not report the
 * progress of a request body. Rejects with a Problem; with an AbortError when stopped.
 */
export function send({ file, signal, onSent }: Sending): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    request.setRequestHeader('accept-language', currentLanguage());
    request.upload.onprogress = ({ loaded }) => onSent(Math.min(loaded, file.size));
    request.upload.onload = () => onSent(file.size);
    request.onload = () => answerOf(request).then(resolve, reject);
    request.onerror = () => whyNot(file).then(reject);
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.set('file', file, file.name);
    request.send(form);
  });
}

/** Unlike elsewhere, an ended session does not open the sign-in page: the chosen files would be lost. */
async function answerOf({ status, responseText }: XMLHttpRequest): Promise<Upload> {
  if (status === 201) return JSON.parse(responseText) as Upload;
  throw await problemOf(new Response(responseText, { status }));
}

/** A browser reports a file that was moved since it was chosen as a network failure. */
async function whyNot(file: File): Promise<Problem> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return Problem.unreachable();
  } catch {
    return new Problem('FILE.UNREADABLE', t('submit.unreadable'), t('submit.unreadableCure'));
  }
}
