import type { z } from 'zod';
import { Fault } from './faults/fault';

/**
 * Reads a program's settings from the environment. Empty strings count as absent, as shells and compose files
 * write them.
 * @throws Fault HOST.SETTINGS_INVALID naming all bad variables together.
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): z.infer<Schema> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Fault('HOST.SETTINGS_INVALID', { problems: problems.join('; ') });
}
