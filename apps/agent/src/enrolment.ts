import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, type FaultDetails, isFaultCode } from '@pandafab/shared';
import { z } from 'zod';

const PATIENCE_MS = 15_000;

const enrolledSchema = z.object({
  labId: z.uuid(),
  agentId: z.uuid(),
  secret: z.string().min(1),
  mqttUrl: z.string(),
});

/** What enrolment found out, by the names of the settings that it stands in for. */
export type Enrolment = Readonly<Record<string, string>>;

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'enrolment.json');

/** The settings that an earlier `enrol` left in the data directory; none where there was none. */
export function readEnrolment(dataDirectory: string): Enrolment {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')));
  } catch {
    return {};
  }
}

/** Puts another secret in the place of the one that enrolment found out; the old one is there until it is. */
export async function keepSecret(dataDirectory: string, secret: string): Promise<void> {
  const path = fileIn(dataDirectory);
  const settings: Enrolment = { ...readEnrolment(dataDirectory), PANDAFAB_AGENT_SECRET: secret };
  await rm(`${path}.new`, { force: true });
  await replaceFile(path, async () => settings);
}

/** Opened before `find` is asked, so that a disk that cannot keep the settings is found out first. */
async function replaceFile(path: string, find: () => Promise<Enrolment>): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(await find(), null, 2)}\n`);
    await file.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

export interface EnrolOptions {
  readonly code: string;
  readonly serverUrl: string;
  readonly dataDirectory: string;
  /** An earlier enrolment is written over. */
  readonly replace: boolean;
}

/**
 * Makes this computer a lab's agent: exchanges the code, and keeps what it gave where only this user can read it.
 * @returns the file with the settings
 * @throws Fault LAB.ALREADY_ENROLLED {path}, LAB.SERVER_UNREACHABLE {url, reason}; the server's, such as
 *   LAB.ENROLMENT_CODE_INVALID
 */
export async function enrol({ code, serverUrl, dataDirectory, replace }: EnrolOptions): Promise<string> {
  const path = fileIn(dataDirectory);
  if (existsSync(path) && !replace) throw new Fault('LAB.ALREADY_ENROLLED', { path });
  // Before the code is spent: a disk that cannot keep the secret is found out now.
  await mkdir(dataDirectory, { recursive: true });
  await rm(`${path}.new`, { force: true });
  await replaceFile(path, async () => {
    const { labId, agentId, secret, mqttUrl } = await exchange(serverUrl, code);
    return {
      PANDAFAB_SERVER_URL: serverUrl,
      PANDAFAB_MQTT_URL: mqttUrl,
      PANDAFAB_LAB_ID: labId,
      PANDAFAB_AGENT_ID: agentId,
      PANDAFAB_AGENT_SECRET: secret,
    };
  });
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
