import { api, content, type Schemas } from '../../../api/client';
import { ask } from '../../../api/get';
import { Problem } from '../../../api/problem';
import { t } from '../../../i18n/i18n';

type Upload = Schemas['Upload'];

/** The time and the material of one print. */
export interface Usage {
  readonly seconds: number;
  readonly materials: readonly { readonly material: string; readonly milligrams: number }[];
}

/** What a file says of a print, and a picture of the part; its address is to be revoked when it is not shown any more. */
export interface FileFigures extends Usage {
  readonly fileName: string;
  readonly picture: string | undefined;
}

const READING_MS = 500;

/**
 * Sends a file, reads its figures as the preview of a submission gives them, and removes it again. The same file that
 * already waits to be submitted stays.
 * @throws Problem, also for a file that cannot be printed
 */
export async function figuresOfFile(file: File, labId: string): Promise<FileFigures> {
  const { items } = await ask('/api/v1/uploads');
  const { id } = await send(file);
  try {
    const upload = await whenRead(id);
    const { price } = await ask('/api/v1/uploads/{id}/preview', { path: { id }, query: { labId } });
    if (!price)
      throw new Problem('FILE.FIGURES', t('tariffs.file.noFigures'), t('tariffs.file.noFiguresCure'));
    const { seconds, materials } = price;
    return { fileName: file.name, seconds, materials, picture: await pictureOf(upload) };
  } finally {
    if (!items.some((upload) => upload.id === id)) await remove(id);
  }
}

function send(file: File): Promise<Upload> {
  const form = new FormData();
  form.append('file', file);
  return content(api.POST('/api/v1/uploads', { body: { file: file.name }, bodySerializer: () => form }));
}

async function whenRead(id: string): Promise<Upload> {
  for (;;) {
    const upload = await ask('/api/v1/uploads/{id}', { path: { id } });
    if (upload.refusal) throw new Problem(upload.refusal.code, upload.refusal.what, upload.refusal.cure);
    if (upload.state !== 'pending') return upload;
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
  }
}

/** Kept in the browser: the server's copy goes with the upload. */
async function pictureOf({ thumbnails }: Upload): Promise<string | undefined> {
  const href = thumbnails.at(-1)?.href;
  if (!href) return undefined;
  const answer = await fetch(href).catch(() => undefined);
  return answer?.ok ? URL.createObjectURL(await answer.blob()) : undefined;
}

/** The server removes it after a day if this fails. */
const remove = (id: string): Promise<unknown> =>
  content(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } })).catch(() => undefined);
