import { type Reason, reasonsAgainst } from '@pandafab/domain';
import type { FaultDetails, Language, MachineId, Reader } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { putIntoWords } from '../api/words';
import type { StoredFile } from '../files/file.entity';
import type { GuardService } from '../guard/guard.service';
import { Verdicts } from '../guard/verdicts';
import type { MachineKind } from '../inductions/induction.entities';
import type { Job } from '../jobs/job.entities';
import type { LiveLab } from '../link/presence-book';
import { loadMachines, needsOf } from './snapshot';

export interface Waiting {
  readonly machineId: MachineId;
  readonly reasons: readonly Reason[];
  /** The machine's kind, where an induction is required for it. */
  readonly inductionKind: MachineKind | null;
}

/** A file that is to be made: in which lab, of what, and who may use which kinds of machine for it. */
export interface Wanted extends Pick<Job, 'labId' | 'material' | 'insteadOf'> {
  readonly file: StoredFile;
  readonly inductionsAmong: (kinds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Why each machine of its lab does not begin with it now: what the next match will find. */
export async function reasonsToWait(
  manager: EntityManager,
  guard: GuardService,
  { file, inductionsAmong, ...wanted }: Wanted,
  live: LiveLab,
): Promise<Waiting[]> {
  const lab = await loadMachines(manager, guard, wanted.labId, live);
  const { machines, stock, policies, profiles, inductionKinds } = lab;
  const inductions = await inductionsAmong([...inductionKinds.keys()]);
  const needs = needsOf(wanted, file, new Verdicts(policies).of(file), inductions, profiles);
  return machines.map((machine) => ({
    machineId: machine.id,
    reasons: reasonsAgainst(needs, machine, stock),
    inductionKind: inductionKinds.get(machine.inductionKind ?? '') ?? null,
  }));
}

const toGrams = (milligrams: number): number => Math.round(milligrams / 100) / 10;

function causeOf(reason: Reason, kind: MachineKind | null): { code: string; details: FaultDetails } {
  if (reason.code === 'GUARD_REFUSES') return { code: reason.finding, details: reason.details };
  const { code, ...details } = reason;
  if (reason.code === 'INDUCTION_MISSING') {
    const names = { kindFr: kind?.nameFr ?? reason.kind, kindEn: kind?.nameEn ?? reason.kind };
    return { code: 'WAITS.INDUCTION_MISSING', details: { ...details, ...names } };
  }
  if (reason.code !== 'SPOOL_TOO_LOW') return { code: `WAITS.${code}`, details };
  const { tool, neededMg, leftMg } = reason;
  return {
    code: 'WAITS.SPOOL_TOO_LOW',
    details: { tool, neededGrams: toGrams(neededMg), leftGrams: toGrams(leftMg) },
  };
}

/** The same in the reader's words. */
export const viewWaiting = (waiting: readonly Waiting[], language: Language, reader: Reader) =>
  waiting.map(({ machineId, reasons, inductionKind }) => ({
    machineId,
    reasons: reasons.flatMap(
      (reason) => putIntoWords(causeOf(reason, inductionKind), language, reader) ?? [],
    ),
  }));
