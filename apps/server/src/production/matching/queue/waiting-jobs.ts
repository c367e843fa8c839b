import {
  type FundsNeeded,
  fileMaterialWords,
  type JobNeeds,
  NO_CONDITIONS,
  type PlanJob,
} from '@pandafab/domain';
import type { Instant, LabId, MachineId, Micrometres } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { missingFunds } from '../../../money/member-accounts/waiting-funds';
import { StoredFile } from '../../files/file.entity';
import { expectedSeconds, readFor } from '../../guard/read-as';
import { Verdicts } from '../../guard/verdicts';
import { Job } from '../../jobs/job.entities';
import { conditionsOf } from '../../jobs/queue/job-conditions';
import { payerOf } from '../../jobs/queue/payer';
import { inductionsOf } from '../inductions-of-jobs';
import { type LabMachines, needsOf } from '../snapshot';
import { setupOf } from './setup';

/** Files read at a time: an analysis takes some kilobytes, and is forgotten once its figures are known. */
const FILES = 100;

/** The columns of a job that decide about it. */
const COLUMNS = [
  ...(['id', 'batchId', 'labId', 'onlyMachineId', 'memberId', 'groupId', 'prestationId'] as const),
  ...(['fileSha256', 'material', 'insteadOf', 'rank', 'createdAt'] as const),
  ...(['priority', 'dueAt', 'dueIsFirm', 'movedSeconds', 'nextOn', 'tags', 'colour'] as const),
  ...(['heldBy', 'heldReason', 'approval', 'needsMaker', 'makerHereUntil'] as const),
] as const;
type Row = Pick<Job, (typeof COLUMNS)[number]>;

type LabFacts = Pick<LabMachines, 'policies' | 'profiles' | 'inductionKinds'>;

/** All jobs that wait in a lab's queue, with what they need of machines. */
export async function loadWaitingJobs(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  lab: LabFacts,
): Promise<PlanJob[]> {
  const rows: Row[] = await manager.find(Job, {
    select: [...COLUMNS],
    where: { labId, state: 'queued' },
    order: { rank: 'ASC' },
  });
  const figures = await loadFigures(manager, [...new Set(rows.map(({ fileSha256 }) => fileSha256))], lab);
  const inductions = await inductionsOf(manager, now, rows, [...lab.inductionKinds.keys()]);
  const funds = await missingFunds(manager);
  return rows.flatMap((row) => {
    const ofFile = figures.get(row.fileSha256);
    const of = { now, inductions: inductions(row.id), awaitsFunds: funds.get(row.id) ?? null };
    return ofFile ? [planJobOf(row, ofFile, of)] : [];
  });
}

/** What a file needs, for any job that prints it. */
export interface FileFigures {
  readonly sha256: string;
  readonly seconds: number;
  readonly needs: Pick<JobNeeds, 'fileMaterials' | 'equipment' | 'fileLost' | 'filamentOn' | 'refusals'>;
  /** Net extrusion per tool, as most machines read the file. */
  readonly filamentUm: readonly Micrometres[];
}

async function loadFigures(
  manager: EntityManager,
  shas: readonly string[],
  lab: LabFacts,
): Promise<ReadonlyMap<string, FileFigures>> {
  const found = new Map<string, FileFigures>();
  for (let from = 0; from < shas.length; from += FILES) {
    const files = await manager.findBy(StoredFile, { sha256: In(shas.slice(from, from + FILES)) });
    for (const file of files) found.set(file.sha256, figuresOf(file, lab));
  }
  return found;
}

/** The figures alone, without the analysis that they come from. */
export function figuresOf(file: StoredFile, { policies, profiles }: LabFacts): FileFigures {
  const verdict = new Verdicts(policies).of(file);
  const nothingChosen = {
    ...{ labId: '' as LabId, onlyMachineId: null, material: null, insteadOf: null },
    conditions: NO_CONDITIONS,
  };
  const needs = needsOf(nothingChosen, file, verdict, new Set(), profiles);
  const read = file.analysis && readFor(file.analysis, profiles, verdict);
  const byMachine = new Map<MachineId, readonly Micrometres[]>();
  for (const machineId of policies.keys()) byMachine.set(machineId, needs.filamentOn(machineId));
  const filamentUm = read ? needs.filamentOn('' as MachineId) : [];
  const { fileMaterials, equipment, fileLost, refusals } = needs;
  const filamentOn = (machineId: MachineId) => byMachine.get(machineId) ?? filamentUm;
  return {
    sha256: file.sha256,
    seconds: read ? expectedSeconds(read) : 0,
    needs: { fileMaterials, equipment, fileLost, refusals, filamentOn },
    filamentUm,
  };
}

/** A job that is not submitted yet has no batch. */
export type UnbatchedRow = Omit<Row, 'batchId'>;

/** What is known of a job beside its row. */
interface FactsOfJob {
  readonly now: Instant;
  readonly inductions: ReadonlySet<string>;
  readonly awaitsFunds?: FundsNeeded | null;
}

/** A job as the decision sees it. Written without spreads: V8 reads objects made of many of them slowly. */
export function planJobOf(
  row: UnbatchedRow,
  file: FileFigures,
  { now, inductions, awaitsFunds = null }: FactsOfJob,
): PlanJob {
  const { onlyMachineId, material, insteadOf } = row;
  const { fileMaterials, equipment, fileLost, filamentOn, refusals } = file.needs;
  const conditions = conditionsOf(row, now, awaitsFunds);
  return {
    id: row.id,
    rank: row.rank,
    labId: row.labId,
    onlyMachineId,
    material,
    insteadOf,
    inductions,
    held: conditions.held,
    awaitsApproval: conditions.awaitsApproval,
    awaitsFunds: conditions.awaitsFunds,
    awaitsMaker: conditions.awaitsMaker,
    tags: conditions.tags,
    colour: conditions.colour,
    fileMaterials,
    equipment,
    fileLost,
    filamentOn,
    refusals,
    submittedAt: row.createdAt,
    payer: payerOf(row),
    memberId: row.memberId,
    seconds: file.seconds,
    priority: row.priority,
    dueAt: row.dueAt,
    dueIsFirm: row.dueIsFirm,
    movedSeconds: row.movedSeconds,
    nextOn: row.nextOn,
    alike: JSON.stringify([
      file.sha256,
      onlyMachineId,
      material,
      insteadOf,
      conditions,
      [...inductions].sort(),
    ]),
    setup: setupOf(material ?? fileMaterialWords(fileMaterials, file.filamentUm) ?? '', row.colour),
  };
}
