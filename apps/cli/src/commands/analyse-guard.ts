import {
  defaultProfilesDirectory,
  type FirmwareProfile,
  findProfile,
  guardPolicyOf,
  loadProfiles,
} from '@pandafab/firmware';
import { doubtsOf, type Finding, type GcodeAnalysis, judge, stopsOf } from '@pandafab/gcode';
import { describeFault, type GuardPolicy } from '@pandafab/shared';
import { type Command, InvalidArgumentError } from 'commander';
import { say, terminalLanguage } from '../output';
import { COMMONEST, readingsDiffer } from './analyse-reading';

export interface GuardOptions {
  readonly profile?: string;
  readonly volume?: { readonly x: number; readonly y: number; readonly z: number };
  readonly maxNozzle?: number;
  readonly maxBed?: number;
  readonly maxChamber?: number;
  readonly allow?: readonly string[];
}

/** A finding with its sentences in the terminal's language. */
export type WordedFinding = Omit<Finding, 'details'> & { readonly what: string; readonly cure: string };

/** `250x210x210`, in millimetres. */
function parseVolume(text: string): { x: number; y: number; z: number } {
  const match = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/i.exec(text.trim());
  if (!match)
    throw new InvalidArgumentError(
      say(
        'Three lengths in millimetres are required, such as 250x210x210.',
        'Indiquez trois longueurs en millimètres, comme 250x210x210.',
      ),
    );
  const [x = 0, y = 0, z = 0] = match.slice(1).map(Number);
  return { x, y, z };
}

function parseCelsius(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError(
      say(
        'A temperature in °C greater than 0 is required.',
        'Indiquez une température en °C supérieure à 0.',
      ),
    );
  return value;
}

const collect = (name: string, names: readonly string[] = []): string[] => [
  ...names,
  name.toUpperCase().replace(/:.*/, (manner) => manner.toLowerCase()),
];

/** Gives a command the options that describe a machine. */
export const withLimits = (command: Command): Command =>
  command
    .option(
      '--volume <XxYxZ>',
      say('size of the machine in mm, such as 250x210x210', 'taille de la machine en mm, comme 250x210x210'),
      parseVolume,
    )
    .option(
      '--max-nozzle <°C>',
      say(
        'highest nozzle temperature; if it is not given, that of the profile',
        'température maximale de la buse ; sinon, celle du profil',
      ),
      parseCelsius,
    )
    .option(
      '--max-bed <°C>',
      say(
        'highest bed temperature; if it is not given, that of the profile',
        'température maximale du plateau ; sinon, celle du profil',
      ),
      parseCelsius,
    )
    .option(
      '--max-chamber <°C>',
      say(
        'highest chamber temperature; if it is not given, the machine has no heated chamber',
        'température maximale de l’enceinte ; sinon, la machine n’a pas d’enceinte chauffée',
      ),
      parseCelsius,
    )
    .option(
      '--allow <rule>',
      say(
        'allow a command that the profile forbids; may be repeated',
        'autoriser une commande que le profil interdit ; peut être répété',
      ),
      collect,
    );

/** The findings in a file, in the order of its lines; then the signs that the file is not what its slicer meant. */
export function findingsOf(
  analysis: GcodeAnalysis,
  policy: GuardPolicy,
  { profile }: GuardOptions,
  totalSeconds: number,
  profiles: ReadonlyMap<string, FirmwareProfile>,
): WordedFinding[] {
  const findings = judge(analysis.guard, policy);
  const isNamed = profile !== undefined;
  const differing = isNamed ? null : readingsDiffer(analysis, profiles);
  const shown = [
    ...(isNamed ? findings : findings.flatMap(withoutMachine)),
    ...stopsOf(analysis.guard, policy),
    ...doubtsOf(analysis, totalSeconds),
    ...(differing ? [differing] : []),
  ];
  return shown.map(inWords);
}

export const inWords = ({ details, ...finding }: Finding): WordedFinding => ({
  ...finding,
  ...worded({ code: finding.code, details }),
});

function worded(fault: Pick<Finding, 'code' | 'details'>): { what: string; cure: string } {
  const { what, cure } = describeFault(fault, terminalLanguage);
  return { what, cure };
}

/**
 * The policy that the file is checked against.
 * @throws Fault MACHINE.UNKNOWN_PROFILE {id, known}, MACHINE.PROFILE_INVALID {file, reason}
 */
export function policyOf(
  { profile, volume, maxNozzle, maxBed, maxChamber, allow }: GuardOptions,
  profiles: ReadonlyMap<string, FirmwareProfile> = loadProfiles(defaultProfilesDirectory),
): GuardPolicy {
  const policy = guardPolicyOf(findProfile(profiles, profile ?? COMMONEST), {
    sizeMm: volume ?? null,
    maxNozzleC: maxNozzle ?? null,
    maxBedC: maxBed ?? null,
    maxChamberC: maxChamber ?? null,
    allowed: allow ?? [],
  });
  if (profile !== undefined) return policy;
  return {
    ...policy,
    maxCelsius: { nozzle: maxNozzle ?? null, bed: maxBed ?? null, chamber: maxChamber ?? null },
  };
}

/** Without a named machine its known commands are not known, and dangers are only warnings. Limits that are given count. */
function withoutMachine(finding: Finding): Finding[] {
  if (finding.code === 'GUARD.UNKNOWN_COMMAND' || finding.code === 'GUARD.NO_CHAMBER') return [];
  if (finding.severity === 'warn') return [finding];
  const isLimit = finding.code !== 'FILE.LINE_TOO_LONG' && finding.rule === null && finding.command === '';
  return [isLimit ? finding : { ...finding, severity: 'warn' }];
}

const heading = (severity: Finding['severity']): string =>
  ({
    refuse: say('REFUSED', 'REFUSÉ'),
    strip: say('left out', 'laissé de côté'),
    warn: say('warning', 'attention'),
  })[severity];

/** The findings for people: what is wrong, how often, and what to do. */
export function findingLines(findings: readonly WordedFinding[]): string[] {
  return findings.flatMap(({ severity, what, cure, count }) => [
    '',
    `${heading(severity)}${say(': ', ' : ')}${what}${count > 1 ? ` (${count} ${say('times', 'fois')})` : ''}`,
    `  ${cure}`,
  ]);
}
