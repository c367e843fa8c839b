import type { Thumbnail } from './thumbnail.entity';

/** @param base the address of the pictures' owner (a job, an upload), without the last slash */
export const viewThumbnails = (pictures: readonly Thumbnail[], base: string) =>
  pictures.map(({ width, height, format, source }) => ({
    ...{ width, height, format, source },
    href: `${base}/thumbnail?width=${width}`,
  }));
