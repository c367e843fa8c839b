import { describeFault, Fault, type Language } from '@pandafab/shared';
import { z } from 'zod';
import { credentials, setupForm } from '../../people/accounts/auth.dto';
import type { Texts } from './texts';

const anyForm = z.record(z.string(), z.string()).catch({});
/** The values that may be shown again in a form with errors. */
const SHOWN_AGAIN = ['email', 'displayName', 'labId'];

export type Typed = Readonly<Record<string, string>>;

/** The fields of a posted form; a field given twice, or a body that is not a form, counts as empty. */
export const readForm = (body: unknown): Typed => anyForm.parse(body ?? {});

export const shownAgain = (form: Typed): Typed =>
  Object.fromEntries(SHOWN_AGAIN.map((name) => [name, form[name] ?? '']));

/** Undefined when the values cannot be the address and password of any account. */
export const readCredentials = (form: Typed) => credentials.safeParse(form).data;

/** The message for the field of a refused password; undefined for any other fault. */
export function wrongPassword(fault: unknown, language: Language): Typed | undefined {
  if (!(fault instanceof Fault) || fault.code !== 'AUTH.PASSWORD_COMMON') return undefined;
  const { what, cure } = describeFault(fault, language);
  return { password: `${what} ${cure}` };
}

type Reading<Data> =
  | { readonly data: Data; readonly wrong?: undefined }
  | { readonly data?: undefined; readonly wrong: Typed };

/** The first administrator's form, or its errors, field by field. */
export const readSetup = (form: Typed, texts: Texts) => readNewPassword(setupForm, form, texts.wrong);

/**
 * A form, or its errors, field by field.
 * @param sentences the error message of each field
 */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  form: Typed,
  sentences: Typed,
  alsoWrong: readonly string[] = [],
): Reading<z.infer<Schema>> {
  const parsed = schema.safeParse(form);
  const fields = new Set([...alsoWrong, ...(parsed.error?.issues ?? []).map(({ path }) => String(path[0]))]);
  if (parsed.success && fields.size === 0) return { data: parsed.data };
  return { wrong: Object.fromEntries(Object.entries(sentences).filter(([name]) => fields.has(name))) };
}

/** The same for a form in which a password is chosen and typed twice. */
export const readNewPassword = <Schema extends z.ZodType>(schema: Schema, form: Typed, sentences: Typed) =>
  read(schema, form, sentences, form.password === form.passwordAgain ? [] : ['passwordAgain']);
