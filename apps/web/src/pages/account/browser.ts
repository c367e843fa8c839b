const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Such as “Firefox, Linux”, from the User-Agent header; undefined when it names no known browser or system. */
export function browserName(said: string): string | undefined {
  const names = [BROWSERS, SYSTEMS].map((known) => known.find(([pattern]) => pattern.test(said))?.[1]);
  return names.filter(Boolean).join(', ') || undefined;
}
