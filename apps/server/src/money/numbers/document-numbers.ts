import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import type { Unit } from '../../platform/persistence/unit';
import { type Day, parisDay } from '../kit/paris';
import { DocumentCounter, DocumentSeries, LabNumberCode, type SeriesKind } from './document-series.entities';

/** Chorus Pro cuts numbers off after 20 characters. */
export const LONGEST_NUMBER = 20;

export interface DocumentNumber {
  readonly number: string;
  readonly issuedOn: Day;
}

/** FA-2026-000001, or FA-ROT-2026-000001. */
export const writeNumber = (prefix: string, year: number, count: number): string =>
  `${prefix}-${year}-${String(count).padStart(6, '0')}`;

/**
 * The beginning of the numbers of a kind of document: FA, or FA-ROT where each lab has its own series. A document
 * without a lab is numbered without one.
 * @throws Fault NUMBERING.LAB_CODE_MISSING.
 */
export async function prefixOf(
  manager: EntityManager,
  kind: SeriesKind,
  labId: LabId | null,
): Promise<string> {
  const { prefix, labPart } = await manager.findOneByOrFail(DocumentSeries, { kind });
  if (labPart === 'none' || labId === null) return prefix;
  const lab = await manager.findOneBy(LabNumberCode, { labId });
  if (lab) return `${prefix}-${lab.code}`;
  const name = (await manager.findOneBy(Lab, { id: labId }))?.name ?? labId;
  throw new Fault('NUMBERING.LAB_CODE_MISSING', { lab: name });
}

/** The number that the next document of a series would get today, without taking it. */
export async function nextNumber(
  manager: EntityManager,
  kind: SeriesKind,
  labId: LabId | null,
  today: Day,
): Promise<string> {
  const prefix = await prefixOf(manager, kind, labId);
  const counter = await manager.findOneBy(DocumentCounter, { prefix });
  const year = Number(today.slice(0, 4));
  return writeNumber(prefix, year, counter?.year === year ? counter.lastNumber + 1 : 1);
}

/**
 * Takes the next number of a series, in the transaction that issues the document: if that rolls back, the number
 * is free again. Numbers start again at 1 each year (CGI ann. II art. 242 nonies A allows yearly series).
 * The counter is written before it is read: on PostgreSQL that locks its row until the transaction ends.
 * @throws Fault BILLING.DATE_BEFORE_LAST if the computer's date is before the last document's;
 * NUMBERING.LAB_CODE_MISSING, NUMBERING.TOO_LONG.
 */
export async function takeNumber(
  { manager, now }: Unit,
  kind: SeriesKind,
  labId: LabId | null = null,
): Promise<DocumentNumber> {
  const prefix = await prefixOf(manager, kind, labId);
  const begun = { prefix, kind, year: 0, lastNumber: 0, lastIssuedOn: null };
  await manager.createQueryBuilder().insert().into(DocumentCounter).values(begun).orIgnore().execute();
  await manager.increment(DocumentCounter, { prefix }, 'lastNumber', 1);
  const counter = await manager.findOneByOrFail(DocumentCounter, { prefix });
  const issuedOn = parisDay(now);
  const last = counter.lastIssuedOn;
  if (last !== null && issuedOn < last)
    throw new Fault('BILLING.DATE_BEFORE_LAST', { today: issuedOn, last });
  const year = Number(issuedOn.slice(0, 4));
  const lastNumber = year === counter.year ? counter.lastNumber : 1;
  await manager.update(DocumentCounter, { prefix }, { year, lastNumber, lastIssuedOn: issuedOn });
  const number = writeNumber(prefix, year, lastNumber);
  if (number.length > LONGEST_NUMBER) throw new Fault('NUMBERING.TOO_LONG', { number });
  return { number, issuedOn };
}
