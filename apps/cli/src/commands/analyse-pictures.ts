import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Thumbnail, ThumbnailProblem, Thumbnails } from '@pandafab/gcode';
import { describeFault, Fault } from '@pandafab/shared';
import { say, terminalLanguage } from '../output';

/** A picture of the part, without its bytes: they are in a file when `--thumbnails` was given. */
interface PictureShown {
  readonly width: number;
  readonly height: number;
  readonly format: Thumbnail['format'];
  readonly source: Thumbnail['source'];
  readonly bytes: number;
  readonly path: string | null;
}

interface PictureDropped {
  readonly width: number;
  readonly height: number;
  readonly problem: ThumbnailProblem;
  readonly what: string;
  readonly cure: string;
}

export interface PicturesShown {
  readonly thumbnails: readonly PictureShown[];
  readonly droppedThumbnails: readonly PictureDropped[];
}

const droppedFault = (width: number, height: number, problem: ThumbnailProblem): Fault =>
  new Fault('FILE.THUMBNAIL_DROPPED', { width, height, reason: reasonOf(problem) });

/** Why a picture is not shown, in the terminal's words. */
export function reasonOf(problem: ThumbnailProblem): string {
  const reasons: Record<ThumbnailProblem, string> = {
    'unknown-format': say('its format is not supported', 'son format n’est pas pris en charge'),
    'too-large': say('it is too large', 'elle est trop grande'),
    'too-many': say('the file holds too many', 'le fichier en contient trop'),
    'not-ended': say('it is incomplete', 'elle est incomplète'),
    'not-base64': say('it contains other data', 'elle contient d’autres données'),
    'size-differs': say('its length differs from the announced one', 'sa longueur diffère de celle annoncée'),
    'dimensions-differ': say(
      'its width or height differs from the announced one',
      'sa largeur ou sa hauteur diffère de celle annoncée',
    ),
    damaged: say('it is damaged', 'elle est endommagée'),
  };
  return reasons[problem];
}

/**
 * Describes a file's pictures; writes them to `directory` when one is given, named after the file.
 * @throws Fault FILE.NOT_WRITABLE {path, reason}
 */
export async function showPictures(
  { kept, dropped }: Thumbnails,
  file: string,
  directory: string | undefined,
): Promise<PicturesShown> {
  const thumbnails: PictureShown[] = [];
  for (const picture of kept) {
    const { width, height, format, source, bytes } = picture;
    const path = directory === undefined ? null : await writePicture(picture, file, directory);
    thumbnails.push({ width, height, format, source, bytes: bytes.length, path });
  }
  const droppedThumbnails = dropped.map(({ width, height, problem }) => ({
    ...{ width, height, problem },
    ...describeFault(droppedFault(width, height, problem), terminalLanguage),
  }));
  return { thumbnails, droppedThumbnails };
}

async function writePicture(
  { width, height, format, bytes }: Thumbnail,
  file: string,
  directory: string,
): Promise<string> {
  const ending = format === 'jpeg' ? 'jpg' : format;
  const path = join(directory, `${basename(file)}-${width}x${height}.${ending}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    throw new Fault('FILE.NOT_WRITABLE', { path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  return path;
}
