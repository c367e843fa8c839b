import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { In } from 'typeorm';
import { ReadDatabase } from '../persistence/read-database';
import { Thumbnail, type ThumbnailFormat } from './thumbnail.entity';

export interface Picture {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Changes with the bytes, and only with them; RFC 9110 §8.8.3. */
  readonly etag: string;
}

const mediaTypes: Readonly<Record<ThumbnailFormat, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  qoi: 'image/qoi',
};

type Size = Pick<Thumbnail, 'width' | 'height' | 'format'>;

/** Browsers do not show QOI. */
const isShown = ({ format }: Size): number => (format === 'qoi' ? 0 : 1);

/**
 * The picture for a place of so many pixels: the smallest that fills it, or the largest there is. What browsers show
 * comes before what they do not.
 * @param width wanted; the largest picture when absent
 */
export function choosePicture<Some extends Size>(
  pictures: readonly Some[],
  width = Infinity,
): Some | undefined {
  const best = [...pictures].sort((a, b) => isShown(b) - isShown(a) || a.width - b.width);
  const shown = best.filter((picture) => best[0] && isShown(picture) === isShown(best[0]));
  return shown.find((picture) => picture.width >= width) ?? shown.at(-1);
}

/** The pictures that slicers put into files. */
@Injectable()
export class Thumbnails {
  constructor(private readonly database: ReadDatabase) {}

  /** Sizes and formats of the pictures of each of these files; not the pictures themselves. */
  async of(sha256s: readonly string[]): Promise<Map<string, Thumbnail[]>> {
    const all = await this.database
      .of(Thumbnail)
      .find({ where: { fileSha256: In([...sha256s]) }, order: { width: 'ASC', id: 'ASC' } });
    return new Map(sha256s.map((sha256) => [sha256, all.filter(({ fileSha256 }) => fileSha256 === sha256)]));
  }

  /** @throws Fault FILE.NO_THUMBNAIL */
  async read(fileSha256: string, width?: number): Promise<Picture> {
    const chosen = choosePicture((await this.of([fileSha256])).get(fileSha256) ?? [], width);
    const bytes = chosen && (await this.bytesOf(chosen.id));
    if (!chosen || !bytes) throw new Fault('FILE.NO_THUMBNAIL');
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
    return { bytes, mediaType: mediaTypes[chosen.format], etag };
  }

  private async bytesOf(id: string): Promise<Buffer | undefined> {
    const row = await this.database
      .of(Thumbnail)
      .findOne({ where: { id }, select: { id: true, bytes: true } });
    return row?.bytes;
  }
}
