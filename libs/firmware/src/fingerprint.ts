import type { FirmwareProfile } from './profile';

/** A machine's own messages that identify it. */
export interface HeardIdentity {
  /** Lines from its reset banner on; empty when it was not reset. */
  readonly banner: readonly string[];
  /** Lines of its M115 answer. */
  readonly m115: readonly string[];
  /** Its oks have the fields N, P and B. */
  readonly advancedOk?: boolean;
}

const allFound = (patterns: readonly string[], lines: readonly string[]): boolean =>
  patterns.every((pattern) => {
    const expression = new RegExp(pattern);
    return lines.some((line) => expression.test(line));
  });

/** The number of details that match a profile; 0 when one contradicts it. */
function likeness({ fingerprint }: FirmwareProfile, heard: HeardIdentity): number {
  const { banner, m115, advancedOk } = fingerprint;
  const told = m115.length > 0 && heard.m115.length > 0;
  if (told && !allFound(m115, heard.m115)) return 0;
  if (advancedOk !== null && advancedOk !== (heard.advancedOk ?? false)) return 0;
  const greeted = banner.length > 0 && allFound(banner, heard.banner);
  if (!told && !greeted) return 0;
  return (told ? m115.length : 0) + (greeted ? banner.length : 0) + (advancedOk === null ? 0 : 1);
}

/**
 * The profile whose fingerprint matches a machine's messages best; null when none matches, or several equally well.
 * The M115 answer is decisive; the reset banner adds to it, and decides alone only when M115 was not answered.
 */
export function recogniseProfile(
  profiles: ReadonlyMap<string, FirmwareProfile>,
  heard: HeardIdentity,
): string | null {
  let best: string | null = null;
  let most = 0;
  for (const profile of profiles.values()) {
    const score = likeness(profile, heard);
    if (score === most) best = null;
    if (score <= most) continue;
    most = score;
    best = profile.id;
  }
  return best;
}

/** True when one extends the other, directly or indirectly: a machine of one can be driven as the other. */
export function areRelated(one: FirmwareProfile, other: FirmwareProfile): boolean {
  return one.id === other.id || one.lineage.includes(other.id) || other.lineage.includes(one.id);
}
