import { ANALYSER_VERSION, doubtsOf, type Finding, type GuardFacts, judge, stopsOf } from '@pandafab/gcode';
import type { GuardPolicy, MachineId } from '@pandafab/shared';
import type { MachineProfiles, Policies } from '../../network/machines/machine-policies';
import type { StoredFile } from '../files/file.entity';
import { readOn } from './read-as';

export type Verdict = ReadonlyMap<MachineId, readonly Finding[]>;

type JudgedFile = Pick<StoredFile, 'sha256' | 'analysis'>;

/**
 * The facts of a file that the guard needs. Undefined before the first analysis, and for an analysis of another
 * version, whose facts may have another meaning: the server is analysing that file again.
 */
export const factsOf = ({ analysis }: Pick<StoredFile, 'analysis'>): GuardFacts | undefined =>
  analysis?.analyserVersion === ANALYSER_VERSION ? analysis.guard : undefined;

/** Judges files for machines, each file once for all its jobs. */
export class Verdicts {
  private readonly known = new Map<string, Verdict>();

  /** @param profiles how these machines read files */
  constructor(
    private readonly policies: Policies,
    readonly profiles: MachineProfiles = new Map(),
  ) {}

  /** Verdicts by machine; empty for a file whose facts are not known yet. */
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

  /** How this machine's reading of the file differs from the slicer's figures. */
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
 * The first finding in the file that no machine accepts, with any limits and any permission of its manager.
 * @param policies one for each firmware profile, without limits
 */
export function hopelessIn(facts: GuardFacts, policies: readonly GuardPolicy[]): Finding | undefined {
  const [first = [], ...others] = policies.map((policy) => judge(facts, policy).filter(isFinal));
  const elsewhere = others.map((findings) => new Set(findings.map(keyOf)));
  return first.find((finding) => elsewhere.every((keys) => keys.has(keyOf(finding))));
}
