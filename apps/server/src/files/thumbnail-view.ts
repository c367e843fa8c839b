import type { Thumbnail } from './thumbnail.entity';

/** @param base the address of what the pictures belong to, without the last slash */
export const viewThumbnails = (pictures: readonly Thumbnail[], base: string) =>
  pictures.map(({ width, height, format }) => ({
    ...{ width, height, format },
    href: `${base}/thumbnail?width=${width}`,
  }));
