import { ANALYSER_VERSION, doubtsOf, type Finding, type GuardFacts, judge, stopsOf } from '@pandafab/gcode';
import type { GuardPolicy, MachineId } from '@pandafab/shared';
import type { StoredFile } from '../files/file.entity';
import { type MachineProfiles, readOn } from './read-as';

export type Policies = ReadonlyMap<MachineId, GuardPolicy>;
export type Verdict = ReadonlyMap<MachineId, readonly Finding[]>;

type JudgedFile = Pick<StoredFile, 'sha256' | 'analysis'>;

/**
 * What the guard has to know of a file; undefined for one that no analyser has read yet, or one of another version,
 * whose facts may mean something else: it is being read again.
 */
export const factsOf = ({ analysis }: Pick<StoredFile, 'analysis'>): GuardFacts | undefined =>
  analysis?.analyserVersion === ANALYSER_VERSION ? analysis.guard : undefined;

/** Judges files for machines, each file once however many jobs there are of it. */
export class Verdicts {
  private readonly known = new Map<string, Verdict>();

  /** @param profiles how these machines read files */
  constructor(
    private readonly policies: Policies,
    readonly profiles: MachineProfiles = new Map(),
  ) {}

  /** By machine; empty for a file whose facts are not known yet. */
  of(file: JudgedFile): Verdict {
    const known = this.known.get(file.sha256);
    if (known) return known;
    const facts = factsOf(file);
    const verdict = new Map(
      facts
        ? [...this.policies].map(
            ([id, policy]) =>
              [id, [...judge(facts, policy), ...stopsOf(facts, policy), ...this.doubts(id, file)]] as const,
          )
        : [],
    );
    this.known.set(file.sha256, verdict);
    return verdict;
  }

  /** What this machine would make of the file against its slicer's word. */
  private doubts(machineId: MachineId, { analysis }: JudgedFile): Finding[] {
    const profile = this.profiles.get(machineId);
    if (!analysis || !profile) return [];
    const read = readOn(analysis, profile);
    return doubtsOf(read.analysis, read.time?.total);
  }
}

const isFinal = ({ severity, rule }: Finding): boolean => severity === 'refuse' && rule === null;
const keyOf = ({ code, line }: Finding): string => `${code} ${line}`;

/**
 * What no machine takes, whatever its limits and whatever its manager allows: the first such thing in the file.
 * @param policies one a firmware profile, without limits
 */
export function hopelessIn(facts: GuardFacts, policies: readonly GuardPolicy[]): Finding | undefined {
  const [first = [], ...others] = policies.map((policy) => judge(facts, policy).filter(isFinal));
  const elsewhere = others.map((findings) => new Set(findings.map(keyOf)));
  return first.find((finding) => elsewhere.every((keys) => keys.has(keyOf(finding))));
}
