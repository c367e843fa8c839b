import { describeFault, Fault, type Language } from '@pandafab/shared';
import { z } from 'zod';
import { credentials, setupForm } from '../accounts/auth.dto';
import type { Texts } from './texts';

const anyForm = z.record(z.string(), z.string()).catch({});
/** What may be shown again in a form that was not right. */
const SHOWN_AGAIN = ['email', 'displayName', 'labId'];

export type Typed = Readonly<Record<string, string>>;

/** A posted form's fields; a field given twice or a body that is no form counts as empty. */
export const readForm = (body: unknown): Typed => anyForm.parse(body ?? {});

export const shownAgain = (form: Typed): Typed =>
  Object.fromEntries(SHOWN_AGAIN.map((name) => [name, form[name] ?? '']));

/** Undefined when it cannot be anybody's address and password. */
export const readCredentials = (form: Typed) => credentials.safeParse(form).data;

/** What a refused password is told at its field; undefined for any other fault. */
export function wrongPassword(fault: unknown, language: Language): Typed | undefined {
  if (!(fault instanceof Fault) || fault.code !== 'AUTH.PASSWORD_COMMON') return undefined;
  const { what, cure } = describeFault(fault, language);
  return { password: `${what} ${cure}` };
}

type Reading<Data> =
  | { readonly data: Data; readonly wrong?: undefined }
  | { readonly data?: undefined; readonly wrong: Typed };

/** The first administrator's form, or what is wrong with it, field by field. */
export const readSetup = (form: Typed, texts: Texts) => readNewPassword(setupForm, form, texts.wrong);

/**
 * A form, or what is wrong with it, field by field.
 * @param sentences what to say of each field that is wrong
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

/** The same of a form in which a password is chosen and typed twice. */
export const readNewPassword = <Schema extends z.ZodType>(schema: Schema, form: Typed, sentences: Typed) =>
  read(schema, form, sentences, form.password === form.passwordAgain ? [] : ['passwordAgain']);
