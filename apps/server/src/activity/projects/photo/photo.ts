import { bareJpeg } from './bare-jpeg';
import { type BarePicture, isBehindEnd } from './bare-picture';
import { barePng } from './bare-png';
import { bareWebp } from './bare-webp';
import { type PhotoKind, photoKind } from './photo-kind';

/** A picture that may be shown. */
export interface Photo extends BarePicture {
  readonly kind: PhotoKind;
}

const BARE: Readonly<Record<PhotoKind, (content: Buffer) => BarePicture | undefined>> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
};

/**
 * A picture as it may be shown: telephones write the place and the time of a photo into its file, and an editor the
 * names of people; none of it stays. Which way is up, and the colours, stay.
 * @returns undefined for anything that is no picture, or half of one
 */
export function readPhoto(content: Buffer): Photo | undefined {
  const kind = photoKind(content);
  if (!kind) return undefined;
  try {
    const bare = BARE[kind](content);
    return bare && bare.width > 0 && bare.height > 0 ? { kind, ...bare } : undefined;
  } catch (error) {
    if (isBehindEnd(error)) return undefined;
    throw error;
  }
}
