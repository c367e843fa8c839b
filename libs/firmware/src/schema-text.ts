import { z } from 'zod';
import { profileFileSchema } from './profile';

/** The text of firmware-profiles/schema.json, with which editors check a profile while it is written. */
export function profileSchemaText(): string {
  const schema = z.toJSONSchema(profileFileSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'PandaFab firmware profile', ...schema }, null, 2)}\n`;
}
