import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { In } from 'typeorm';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Thumbnail } from './thumbnail.entity';

export interface Picture {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Entity tag: changes if and only if the bytes change; RFC 9110 §8.8.3. */
  readonly etag: string;
}

/**
 * The picture for a place of this width: the smallest that fills it, or else the largest.
 * @param pictures the narrowest first
 * @param width requested pixels; the largest picture if absent
 */
export const choosePicture = <Some extends Pick<Thumbnail, 'width'>>(
  pictures: readonly Some[],
  width = Number.POSITIVE_INFINITY,
): Some | undefined => pictures.find((picture) => picture.width >= width) ?? pictures.at(-1);

/** The pictures of files. */
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
    return { bytes, mediaType: `image/${chosen.format}`, etag };
  }

  private async bytesOf(id: string): Promise<Buffer | undefined> {
    const row = await this.database
      .of(Thumbnail)
      .findOne({ where: { id }, select: { id: true, bytes: true } });
    return row?.bytes;
  }
}
