export type Language = 'fr' | 'en';

/** The network is in Dijon: without a stated preference the language is French. */
export const DEFAULT_LANGUAGE: Language = 'fr';

const supported = (tag: string): Language | undefined => {
  const primary = tag.trim().toLowerCase().slice(0, 2);
  return primary === 'fr' || primary === 'en' ? primary : undefined;
};

/** Best language for an HTTP `Accept-Language` header (RFC 9110 §12.5.4). */
export function languageFromHeader(header: string | undefined): Language {
  const accepted = (header ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.split(';');
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return { tag, order, quality: quality ? Number(quality.split('=')[1]) : 1 };
  });
  accepted.sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { tag, quality } of accepted) {
    const language = quality > 0 ? supported(tag) : undefined;
    if (language) return language;
  }
  return DEFAULT_LANGUAGE;
}

/** Language of a terminal, from `LC_ALL`, `LC_MESSAGES` or `LANG`; English when none is set (`C`, `POSIX`). */
export function languageFromEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  return supported(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'en';
}
