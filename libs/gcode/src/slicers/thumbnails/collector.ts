import type { Rule } from '../prefix-table';
import { Base64Buffer, isBase64Row } from './base64-buffer';
import { choose } from './choose';
import { checkJpeg } from './jpeg';
import { checkPng } from './png';
import { convertQoi } from './qoi';
import {
  type DroppedThumbnail,
  fits,
  MOST_BASE64,
  MOST_BASE64_IN_ALL,
  MOST_THUMBNAILS,
  type Picture,
  type Thumbnail,
  type ThumbnailProblem,
  type Thumbnails,
} from './thumbnail';

interface Format {
  readonly served: Thumbnail['format'];
  readonly read: (bytes: Buffer) => Picture;
}

/**
 * The tags of libslic3r (PrusaSlicer src/libslic3r/GCode/Thumbnails.cpp). Others, such as BIQU's and QIDI's, are
 * pictures for a machine's own screen.
 */
const FORMATS: Readonly<Record<string, Format>> = {
  thumbnail: { served: 'png', read: checkPng },
  thumbnail_JPG: { served: 'jpeg', read: checkJpeg },
  thumbnail_QOI: { served: 'png', read: convertQoi },
};

/** `thumbnail_QOI begin 313x173 4512`; Kiri:Moto writes a space for the x. */
const BEGIN = /^(thumbnail(?:_\w{1,16})?) begin (\d{1,5})[x ](\d{1,5}) (\d{1,9})$/;

interface Said {
  readonly tag: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** Reads the thumbnails from the comments of a file, in one pass and in bounded memory. */
export class ThumbnailCollector {
  private said: Said | null = null;
  private rows = new Base64Buffer(0);
  private total = 0;
  private begun = 0;
  private readonly kept: Thumbnail[] = [];
  private readonly dropped: DroppedThumbnail[] = [];

  /** Whether a thumbnail is being read: then `row` gets the next comment. */
  get isOpen(): boolean {
    return this.said !== null;
  }

  /** Whether there is one to show so far. */
  get hasAny(): boolean {
    return this.kept.length > 0;
  }

  /** Reads a comment that begins with `thumbnail`. */
  begin(comment: string): void {
    const match = BEGIN.exec(comment.trim());
    if (!match) return;
    const [, tag = '', ...numbers] = match;
    const [width = 0, height = 0, size = 0] = numbers.map(Number);
    this.said = { tag, width, height, size };
    const problem = this.objection(this.said);
    if (problem) return this.drop(problem);
    this.begun++;
    this.total += size;
    this.rows = new Base64Buffer(size);
  }

  /** Reads the text of a comment inside a thumbnail; false when it is not one of its rows. */
  row(bytes: Uint8Array, from: number, to: number): boolean {
    if (isBase64Row(bytes, from, to)) {
      if (!this.rows.add(bytes, from, to)) this.drop('size-differs');
      return true;
    }
    const text = Buffer.from(bytes.subarray(from, Math.min(to, from + 64)))
      .toString('latin1')
      .trim();
    const isEnd = text === `${this.said?.tag} end`;
    if (isEnd) this.end();
    else this.drop(BEGIN.test(text) ? 'not-ended' : 'not-base64');
    return isEnd;
  }

  /** All of them, once the file is read. */
  finish(): Thumbnails {
    if (this.said) this.drop('not-ended');
    return { kept: choose(this.kept), dropped: this.dropped };
  }

  private objection({ tag, width, height, size }: Said): ThumbnailProblem | null {
    if (!(tag in FORMATS)) return 'unknown-format';
    if (!fits(width, height) || size > MOST_BASE64) return 'too-large';
    return this.begun >= MOST_THUMBNAILS || this.total + size > MOST_BASE64_IN_ALL ? 'too-many' : null;
  }

  private end(): void {
    const { tag, width, height } = this.said as Said;
    const format = FORMATS[tag] as Format;
    const bytes = this.rows.decode();
    if (!bytes) return this.drop('size-differs');
    const picture = format.read(bytes);
    if (!picture) return this.drop('damaged');
    if (picture.width !== width || picture.height !== height) return this.drop('dimensions-differ');
    // A picture may grow when it is written as PNG.
    if (picture.bytes.length > MOST_BASE64) return this.drop('too-large');
    this.kept.push({ ...picture, format: format.served, source: 'slicer' });
    this.said = null;
  }

  private drop(problem: ThumbnailProblem): void {
    const { width, height } = this.said as Said;
    if (this.dropped.length < MOST_THUMBNAILS) this.dropped.push({ width, height, problem });
    this.said = null;
  }
}

export const thumbnailRules: readonly Rule<ThumbnailCollector>[] = [
  ['thumbnail', (collector, rest) => collector.begin(`thumbnail${rest}`)],
];
