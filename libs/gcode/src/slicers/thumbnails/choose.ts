import type { Thumbnail } from './thumbnail';

/** Pixels: the picture on a job's page, and the one in a row of a list. */
const LARGE = 512;
const SMALL = 32;

const area = ({ width, height }: Thumbnail): number => width * height;
const longer = ({ width, height }: Thumbnail): number => Math.max(width, height);
const shorter = ({ width, height }: Thumbnail): number => Math.min(width, height);

/** The largest of a convenient size, or else the smallest above it; then the smallest that is still recognisable. */
export function choose(thumbnails: readonly Thumbnail[]): Thumbnail[] {
  const bySize = [...thumbnails].sort((a, b) => area(a) - area(b));
  const large = bySize.findLast((one) => longer(one) <= LARGE) ?? bySize[0];
  if (!large) return [];
  const small = bySize.find((one) => shorter(one) >= SMALL && area(one) < area(large));
  return small ? [large, small] : [large];
}
