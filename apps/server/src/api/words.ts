import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  describeFault,
  detailsForMakers,
  type FaultDetails,
  isFaultCode,
  type Language,
  languageFromHeader,
  type Reader,
} from '@pandafab/shared';

/** The language that this request's reader asked for. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { headers, query } = context.switchToHttp().getRequest<{
    headers: Record<string, string | undefined>;
    query?: { language?: unknown };
  }>();
  // A browser's event stream and its links cannot say what the page's reader chose.
  const chosen = query?.language;
  return chosen === 'fr' || chosen === 'en' ? chosen : languageFromHeader(headers['accept-language']);
});

/** Puts a stored cause into words, as this reader may know it. A code of another version is shown as it is. */
export function putIntoWords(
  cause: { code: string; details: FaultDetails } | null,
  language: Language,
  reader: Reader = 'staff',
) {
  if (!cause) return null;
  const { code, details } = cause;
  const told = reader === 'maker' ? detailsForMakers(code, details) : details;
  const words = isFaultCode(code)
    ? describeFault({ code, details }, language, reader)
    : { what: code, cure: '' };
  return { code, details: { ...told } as FaultDetails, what: words.what, cure: words.cure };
}
