import { z } from 'zod';
import { commonParts, commonSections } from './common-sections';
import { marlinParts, marlinSections } from './marlin-sections';

const name = z.string().min(1).describe('Its name for people');
const dialectOf = <Name extends string>(dialect: Name) =>
  z.literal(dialect).describe('Family of protocol: chooses the sections below, and the commands of the host');

/** The fields of every complete profile, after inheritance. */
const head = { id: z.string().min(1), lineage: z.array(z.string()), name };

/** The fields of every file. */
const fileHead = {
  $schema: z.string().optional(),
  extends: z
    .string()
    .optional()
    .describe('A template or profile: its path from firmware-profiles/, without .json'),
  name: name.optional(),
};

const marlin = dialectOf('marlin');

/**
 * A complete profile, after inheritance. Its id is its file's name; `lineage` names what it extends, nearest
 * first, templates included. Each dialect has sections of its own beside the common ones.
 */
export const profileSchema = z.discriminatedUnion('dialect', [
  z.strictObject({ ...head, dialect: marlin, ...commonSections, ...marlinSections }),
]);
export type FirmwareProfile = z.infer<typeof profileSchema>;

/** A file of firmware-profiles/: it may inherit everything, including the dialect. */
export const profileFileSchema = z.union([
  z.strictObject({ ...fileHead, dialect: marlin.optional(), ...commonParts, ...marlinParts }),
]);
export type ProfileFile = z.infer<typeof profileFileSchema>;
