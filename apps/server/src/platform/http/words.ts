import { createParamDecorator, type ExecutionContext, type ParamDecoratorEnhancer } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { presentCause } from '@pandafab/lab-link';
import {
  describeFault,
  detailsForMakers,
  type FaultDetails,
  isFaultCode,
  type Language,
  languageFromHeader,
  type Reader,
} from '@pandafab/shared';

/** Adds the parameter to the API's description: a parameter's decorator can do that too. */
const describeLanguage: ParamDecoratorEnhancer = (target, method) => {
  const handler = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || !handler) return;
  const description = 'Language of the sentences in the answer, in place of `Accept-Language`';
  ApiQuery({ name: 'language', required: false, enum: ['fr', 'en'], description })(target, method, handler);
};

/** The language that the reader requests. */
export const ReaderLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language => {
    const { headers, query } = context.switchToHttp().getRequest<{
      headers: Record<string, string | undefined>;
      query?: { language?: unknown };
    }>();
    // A browser's event stream and its links cannot send the reader's choice in a header.
    const chosen = query?.language;
    return chosen === 'fr' || chosen === 'en' ? chosen : languageFromHeader(headers['accept-language']);
  },
  [describeLanguage],
);

/**
 * Translates a stored cause into sentences, with the details that this reader may see. A code of another version is
 * shown as it is.
 */
export function putIntoWords(
  cause: { code: string; details: FaultDetails } | null,
  language: Language,
  reader: Reader = 'staff',
) {
  if (!cause) return null;
  const { code, details } = presentCause(cause);
  const told = reader === 'maker' ? detailsForMakers(code, details) : details;
  const words = isFaultCode(code)
    ? describeFault({ code, details }, language, reader)
    : { what: code, cure: '' };
  return { code, details: { ...told } as FaultDetails, what: words.what, cure: words.cure };
}
