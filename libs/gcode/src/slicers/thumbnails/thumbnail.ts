/** A picture of the part that a browser can show, checked and reduced to the data needed to draw it. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'jpeg';
  /** Who made it: the slicer, or we from the toolpath. */
  readonly source: 'slicer' | 'drawn';
  readonly bytes: Buffer;
}

/** Why a thumbnail of a file is not shown. */
export type ThumbnailProblem =
  | 'unknown-format'
  | 'too-large'
  | 'too-many'
  | 'not-ended'
  | 'not-base64'
  | 'size-differs'
  | 'dimensions-differ'
  | 'damaged';

export interface DroppedThumbnail {
  /** Pixels, as given in the file. */
  readonly width: number;
  readonly height: number;
  readonly problem: ThumbnailProblem;
}

export interface Thumbnails {
  /** At most two: one to look at, then a small one for lists. */
  readonly kept: readonly Thumbnail[];
  readonly dropped: readonly DroppedThumbnail[];
}

/** A decoder's result; null for damaged bytes. */
export type Picture = Pick<Thumbnail, 'width' | 'height' | 'bytes'> | null;

/** Pixels of the longer side. */
export const MOST_PIXELS = 1024;
/** Bytes of one picture in the file. */
export const MOST_BASE64 = 1 << 20;
/** Bytes of all pictures of a file. */
export const MOST_BASE64_IN_ALL = 4 << 20;
/** PrusaSlicer writes five for one machine; more than this number are useless. */
export const MOST_THUMBNAILS = 12;

export const fits = (width: number, height: number): boolean =>
  width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS;
