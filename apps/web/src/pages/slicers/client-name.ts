/**
 * A program's name and version in words, from its `User-Agent`: `PrusaSlicer/2.9.4` is “PrusaSlicer 2.9.4”.
 * @returns undefined if it says nothing
 */
export function clientName(userAgent: string | null): string | undefined {
  const [first = ''] = (userAgent ?? '').trim().split(/\s/);
  return first.replace('/', ' ') || undefined;
}
