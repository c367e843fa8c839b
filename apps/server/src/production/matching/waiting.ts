import {
  ALWAYS,
  earliestStart,
  type FundsNeeded,
  type Hold,
  type MachineView,
  type Reason,
  reasonsAgainst,
} from '@pandafab/domain';
import type { FaultDetails, Instant, Language, MachineId, MemberId, Reader } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { LiveLab } from '../../network/link/presence-book';
import type { MachineKind } from '../../network/machines/machine-kind.entity';
import type { MachinePolicies } from '../../network/machines/machine-policies';
import { putIntoWords } from '../../platform/http/words';
import type { StoredFile } from '../files/file.entity';
import { Verdicts } from '../guard/verdicts';
import { figuresOf } from './queue/waiting-jobs';
import { loadMachines, needsOf, type WantedOfJob } from './snapshot';

export interface Waiting {
  readonly machineId: MachineId;
  readonly reasons: readonly Reason[];
  /** The machine's kind, if it requires an induction. */
  readonly inductionKind: MachineKind | null;
}

/** A file to print: the lab, the material, and which kinds of machine its member may use. */
export interface Wanted extends WantedOfJob {
  readonly file: StoredFile;
  readonly memberId: MemberId;
  readonly inductionsAmong: (kinds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Why each machine of the lab does not take it now: the reasons that the next match will find. */
export async function reasonsToWait(
  manager: EntityManager,
  guards: MachinePolicies,
  { file, inductionsAmong, memberId, ...wanted }: Wanted,
  live: LiveLab,
  now: Instant,
): Promise<Waiting[]> {
  const lab = await loadMachines(manager, guards, wanted.labId, live, now);
  const { machines, stock, policies, profiles, inductionKinds } = lab;
  const inductions = await inductionsAmong([...inductionKinds.keys()]);
  const needs = needsOf(wanted, file, new Verdicts(policies).of(file), inductions, profiles);
  const { seconds } = figuresOf(file, lab);
  const hasTime = ({ id }: MachineView) => {
    const { times = ALWAYS, timesOf } = lab.times.get(id) ?? {};
    return earliestStart(timesOf?.get(memberId) ?? times, now, seconds * 1_000) <= now;
  };
  return machines.map((machine) => ({
    machineId: machine.id,
    reasons: [
      ...reasonsAgainst(needs, machine, stock),
      ...(hasTime(machine) ? [] : ([{ code: 'NOT_NOW' }] as const)),
    ],
    inductionKind: inductionKinds.get(machine.inductionKind ?? '') ?? null,
  }));
}

const toGrams = (milligrams: number): number => Math.round(milligrams / 100) / 10;

function heldBecause({ by, words }: Hold): { code: string; details: FaultDetails } {
  if (by === 'maker') return { code: 'WAITS.HELD_BY_MAKER', details: {} };
  return words === null
    ? { code: 'WAITS.HELD_BY_STAFF', details: {} }
    : { code: 'WAITS.HELD_BECAUSE', details: { words } };
}

const missing = ({ coveredCents, neededCents }: FundsNeeded): { code: string; details: FaultDetails } => ({
  code: 'WAITS.FUNDS',
  details: { coveredCents, neededCents },
});

function causeOf(reason: Reason, kind: MachineKind | null): { code: string; details: FaultDetails } {
  if (reason.code === 'GUARD_REFUSES') return { code: reason.finding, details: reason.details };
  const { code, ...details } = reason;
  if (reason.code === 'INDUCTION_MISSING') {
    const names = { kindFr: kind?.nameFr ?? reason.kind, kindEn: kind?.nameEn ?? reason.kind };
    return { code: 'WAITS.INDUCTION_MISSING', details: { ...details, ...names } };
  }
  if (reason.code === 'HELD') return heldBecause(reason);
  if (reason.code === 'FUNDS') return missing(reason);
  if (reason.code !== 'SPOOL_TOO_LOW') return { code: `WAITS.${code}`, details };
  const { tool, neededMg, leftMg } = reason;
  return {
    code: 'WAITS.SPOOL_TOO_LOW',
    details: { tool, neededGrams: toGrams(neededMg), leftGrams: toGrams(leftMg) },
  };
}

/** The same in the reader's language. */
export const viewWaiting = (waiting: readonly Waiting[], language: Language, reader: Reader) =>
  waiting.map(({ machineId, reasons, inductionKind }) => ({
    machineId,
    reasons: reasons.flatMap(
      (reason) => putIntoWords(causeOf(reason, inductionKind), language, reader) ?? [],
    ),
  }));
