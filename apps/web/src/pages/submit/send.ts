import { Problem, problemOf } from '../../api/problem';
import { currentLanguage, t } from '../../i18n/i18n';
import type { Upload } from './queries';

interface Sending {
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/**
 * Sends a file; the same one again is the same upload. fetch cannot say how much of a body has left: XMLHttpRequest can.
 * Rejects with a Problem; with an AbortError when stopped.
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

/** Unlike elsewhere, a session that ended does not lead away from here: what was chosen would be lost. */
async function answerOf({ status, responseText }: XMLHttpRequest): Promise<Upload> {
  if (status === 201) return JSON.parse(responseText) as Upload;
  throw await problemOf(new Response(responseText, { status }));
}

/** A file that was moved since it was chosen looks, to the browser, like a network that failed. */
async function whyNot(file: File): Promise<Problem> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return Problem.unreachable();
  } catch {
    return new Problem('FILE.UNREADABLE', t('submit.unreadable'), t('submit.unreadableCure'));
  }
}
