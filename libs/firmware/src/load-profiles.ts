import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '@pandafab/shared';
import { z } from 'zod';
import { type FirmwareProfile, type ProfileFile, profileFileSchema, profileSchema } from './profile';

const FOLDER = 'firmware-profiles';

/** The repository's own profiles: this file runs from libs/ and, compiled, from somewhere under dist/. */
function findProfilesDirectory(from: string): string {
  const here = join(from, FOLDER);
  if (existsSync(join(here, 'schema.json'))) return here;
  const parent = dirname(from);
  return parent === from ? join(process.cwd(), FOLDER) : findProfilesDirectory(parent);
}

export const defaultProfilesDirectory: string = findProfilesDirectory(__dirname);

const invalid = (file: string, reason: string): Fault =>
  new Fault('MACHINE.PROFILE_INVALID', { file, reason });

function checked<T>(schema: z.ZodType<T>, file: string, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(file, z.prettifyError(result.error).replaceAll('\n', ' '));
}

function readProfileFile(directory: string, path: string): ProfileFile {
  const file = join(directory, `${path}.json`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw invalid(file, error instanceof Error ? error.message : String(error));
  }
  return checked(profileFileSchema, file, value);
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sections are merged key by key; lists and plain values are replaced whole. */
function merge(parent: Record<string, unknown>, child: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...parent };
  for (const [key, value] of Object.entries(child)) {
    const inherited = merged[key];
    merged[key] = isSection(value) && isSection(inherited) ? { ...inherited, ...value } : value;
  }
  return merged;
}

/** A firmware that only extends another must not be recognised as it: a fingerprint is never inherited. */
const UNRECOGNISABLE = { banner: [], m115: [], advancedOk: null };

function resolve(directory: string, path: string, below: readonly string[]): Record<string, unknown> {
  const file = join(directory, `${path}.json`);
  if (below.includes(path)) throw invalid(file, `it extends itself (${[...below, path].join(' → ')})`);
  const { $schema: _, extends: parent, ...own } = readProfileFile(directory, path);
  const fingerprint = { ...UNRECOGNISABLE, ...own.fingerprint };
  if (parent === undefined) return { lineage: [], ...own, fingerprint };
  const inherited = resolve(directory, parent, [...below, path]);
  const lineage = [parent, ...(Array.isArray(inherited.lineage) ? inherited.lineage : [])];
  return { ...merge(inherited, own), lineage, fingerprint };
}

/**
 * Reads every profile of a directory and the files that it extends. Templates (in sub-directories) are not profiles.
 * @throws Fault MACHINE.PROFILE_INVALID {file, reason}
 */
export function loadProfiles(directory: string): Map<string, FirmwareProfile> {
  const profiles = new Map<string, FirmwareProfile>();
  for (const name of readdirSync(directory).sort()) {
    if (!name.endsWith('.json') || name === 'schema.json') continue;
    const id = basename(name, '.json');
    profiles.set(id, checked(profileSchema, join(directory, name), { id, ...resolve(directory, id, []) }));
  }
  return profiles;
}

let own: ReadonlyMap<string, FirmwareProfile> | undefined;

/**
 * The profiles that PandaFab brings along, read once by this process.
 * @throws as loadProfiles
 */
export function ownProfiles(): ReadonlyMap<string, FirmwareProfile> {
  own ??= loadProfiles(defaultProfilesDirectory);
  return own;
}

/** @throws Fault MACHINE.UNKNOWN_PROFILE {id, known} */
export function findProfile(profiles: ReadonlyMap<string, FirmwareProfile>, id: string): FirmwareProfile {
  const profile = profiles.get(id);
  if (profile) return profile;
  throw new Fault('MACHINE.UNKNOWN_PROFILE', { id, known: [...profiles.keys()] });
}
