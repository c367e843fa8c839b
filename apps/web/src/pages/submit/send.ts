import type { Schemas } from '../../api/client';
import { Problem, problemOf } from '../../api/problem';
import { currentLanguage, t } from '../../i18n/i18n';

export type Submitted = Schemas['SubmittedDto_Output'];

/** What is asked for, beside the file. */
export interface Wish {
  readonly labId: string;
  readonly material: string;
  readonly quantity: number;
  /** Empty: for oneself. */
  readonly groupId: string;
}

interface Sending {
  readonly file: File;
  readonly wish: Wish;
  /** Sent again with the same key, after an answer that was lost, it makes nothing twice. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/** fetch cannot say how much of a body has left: XMLHttpRequest can. Rejects with a Problem; with an AbortError when stopped. */
export function send({ file, wish, key, signal, onSent }: Sending): Promise<Submitted> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/jobs');
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded }) => onSent(Math.min(loaded, file.size));
    request.upload.onload = () => onSent(file.size);
    request.onload = () => answerOf(request).then(resolve, reject);
    request.onerror = () => whyNot(file).then(reject);
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, wish));
  });
}

/** The fields come first: the server knows what is asked for before the file arrives. */
function formOf(file: File, { labId, material, quantity, groupId }: Wish): FormData {
  const form = new FormData();
  form.set('labId', labId);
  if (material.trim()) form.set('material', material.trim());
  form.set('quantity', String(quantity));
  if (groupId) form.set('groupId', groupId);
  form.set('file', file, file.name);
  return form;
}

/** Unlike elsewhere, a session that ended does not lead away from here: what was chosen would be lost. */
async function answerOf({ status, responseText }: XMLHttpRequest): Promise<Submitted> {
  if (status === 201) return JSON.parse(responseText) as Submitted;
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

/** A name that nobody else thinks of. `randomUUID` exists only on pages that came over HTTPS. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
