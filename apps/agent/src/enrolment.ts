import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '@pandafab/platform';
import { Fault, type FaultDetails, isFaultCode } from '@pandafab/shared';
import { z } from 'zod';

const PATIENCE_MS = 15_000;

const enrolledSchema = z.object({
  labId: z.uuid(),
  agentId: z.uuid(),
  secret: z.string().min(1),
  mqttUrl: z.string(),
});

/** The values from enrolment, by the names of the settings that they replace. */
export type Enrolment = Readonly<Record<string, string>>;

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'enrolment.json');
const partOf = (path: string): string => `${path}.new`;
const asText = (settings: Enrolment): string => `${JSON.stringify(settings, null, 2)}\n`;

/** The settings that an earlier `enrol` wrote to the data directory; empty without one. */
export function readEnrolment(dataDirectory: string): Enrolment {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')));
  } catch {
    return {};
  }
}

/** Replaces the secret from enrolment; the old one stays in the file until the new one is written. */
export async function keepSecret(dataDirectory: string, secret: string): Promise<void> {
  const path = fileIn(dataDirectory);
  const settings: Enrolment = { ...readEnrolment(dataDirectory), PANDAFAB_AGENT_SECRET: secret };
  await writeAtomically(path, asText(settings), { part: partOf(path) });
}

export interface EnrolOptions {
  readonly code: string;
  readonly serverUrl: string;
  readonly dataDirectory: string;
  /** Overwrites an earlier enrolment. */
  readonly replace: boolean;
}

/**
 * Makes this computer a lab's agent: exchanges the code, and writes the answer to a file that only this user can read.
 * @returns the file with the settings
 * @throws Fault LAB.ALREADY_ENROLLED {path}, LAB.SERVER_UNREACHABLE {url, reason}; the server's, such as
 *   LAB.ENROLMENT_CODE_INVALID
 */
export async function enrol({ code, serverUrl, dataDirectory, replace }: EnrolOptions): Promise<string> {
  const path = fileIn(dataDirectory);
  if (existsSync(path) && !replace) throw new Fault('LAB.ALREADY_ENROLLED', { path });
  // Before the code is used: a disk that cannot keep the secret is detected now.
  await mkdir(dataDirectory, { recursive: true });
  const find = async () => {
    const { labId, agentId, secret, mqttUrl } = await exchange(serverUrl, code);
    return asText({
      PANDAFAB_SERVER_URL: serverUrl,
      PANDAFAB_MQTT_URL: mqttUrl,
      PANDAFAB_LAB_ID: labId,
      PANDAFAB_AGENT_ID: agentId,
      PANDAFAB_AGENT_SECRET: secret,
    });
  };
  await writeAtomically(path, find, { part: partOf(path) });
  return path;
}

async function exchange(serverUrl: string, code: string): Promise<z.infer<typeof enrolledSchema>> {
  const unreachable = (reason: string) => new Fault('LAB.SERVER_UNREACHABLE', { url: serverUrl, reason });
  let answer: Response;
  try {
    answer = await fetch(new URL('/api/v1/enrol', serverUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    throw unreachable(cause?.code ?? cause?.message ?? message);
  }
  const body = (await answer.json().catch(() => null)) as { code?: string; params?: FaultDetails } | null;
  if (body?.code && isFaultCode(body.code)) throw new Fault(body.code, body.params ?? {});
  const read = enrolledSchema.safeParse(body);
  if (!answer.ok || !read.success) throw unreachable(`HTTP ${answer.status}`);
  return read.data;
}
