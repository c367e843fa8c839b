import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId } from '@pandafab/shared';
import { type EntityManager, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { type Day, parisDay } from '../kit/paris';
import { LONGEST_NUMBER, nextNumber, writeNumber } from './document-numbers';
import { DocumentCounter, DocumentSeries, LabNumberCode, SERIES_KINDS } from './document-series.entities';
import type { NumberingChangesDto, NumberingDto } from './numbering.dto';

type Series = NumberingChangesDto['series'][number];

/** The prefixes of numbers, and the codes of labs in them. */
@Injectable()
export class NumberingService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  show(): Promise<NumberingDto> {
    return numbering(this.database.manager, parisDay(this.clock.now()));
  }

  /**
   * A new prefix begins a new series; the old one is never used by another kind. Lab codes replace those of before.
   * @throws Fault NUMBERING.LAB_CODE_TAKEN, NUMBERING.PREFIX_TAKEN, NUMBERING.TOO_LONG.
   */
  save({ series, labCodes }: NumberingChangesDto): Promise<NumberingDto> {
    return this.unitOfWork.run(async (unit) => {
      const today = parisDay(unit.now);
      const before = await numbering(unit.manager, today);
      if (labCodes) await saveCodes(unit, labCodes);
      await saveSeries(unit, series);
      const after = await numbering(unit.manager, today);
      demandShort(after);
      const values = ({ series: all, labCodes: codes }: NumberingDto) => ({
        series: all.map(({ kind, prefix, labPart }) => ({ kind, prefix, labPart })),
        labCodes: codes,
      });
      await audit(unit, {
        action: 'numbering.changed',
        subject: ['numbering', null],
        before: values(before),
        after: values(after),
      });
      return after;
    });
  }
}

async function numbering(manager: EntityManager, today: Day): Promise<NumberingDto> {
  const all = await manager.find(DocumentSeries);
  const series = [];
  for (const kind of SERIES_KINDS) {
    const found = all.find((each) => each.kind === kind);
    if (!found) continue;
    const { prefix, labPart } = found;
    const counter = await manager.findOneBy(DocumentCounter, { prefix });
    const lastNumber = counter?.lastNumber ? writeNumber(prefix, counter.year, counter.lastNumber) : null;
    series.push({ kind, prefix, labPart, lastNumber, example: await nextNumber(manager, kind, null, today) });
  }
  const codes = await manager.find(LabNumberCode, { order: { code: 'ASC' } });
  return { series, labCodes: codes.map(({ labId, code }) => ({ labId, code })) };
}

/**
 * Codes that numbers contain already stay on record by their series. A code goes to another lab only if no number of
 * that series exists: otherwise two labs would share one.
 */
async function saveCodes({ manager }: Unit, codes: readonly { labId: LabId; code: string }[]): Promise<void> {
  const doubled = codes.find(({ code }, at) => codes.findIndex((other) => other.code === code) !== at);
  if (doubled) throw new Fault('NUMBERING.LAB_CODE_TAKEN', { code: doubled.code });
  const before = await manager.find(LabNumberCode);
  const counters = await manager.find(DocumentCounter);
  for (const { labId, code } of codes) {
    const holder = before.find((each) => each.code === code);
    const isUsed = counters.some(
      ({ prefix, lastIssuedOn }) => prefix.endsWith(`-${code}`) && lastIssuedOn !== null,
    );
    if (isUsed && holder?.labId !== labId) throw new Fault('NUMBERING.LAB_CODE_TAKEN', { code });
  }
  await manager.delete(LabNumberCode, { code: Not('') });
  if (codes.length > 0)
    await manager.insert(
      LabNumberCode,
      codes.map((each) => ({ ...each })),
    );
}

/** Two kinds of documents can exchange nothing: a prefix that was ever used by one is never given to another. */
async function saveSeries({ manager }: Unit, series: readonly Series[]): Promise<void> {
  for (const { kind, prefix } of series) {
    const others = await manager.find(DocumentSeries, { where: { kind: Not(kind) } });
    const kept = others.filter((other) => !series.some((change) => change.kind === other.kind));
    const changed = series.filter((change) => change.kind !== kind);
    const counters = await manager.find(DocumentCounter, { where: { kind: Not(kind) } });
    const isUsed = counters.some(
      (counter) => counter.lastIssuedOn !== null && counter.prefix.split('-')[0] === prefix,
    );
    if (isUsed || [...kept, ...changed].some((other) => other.prefix === prefix))
      throw new Fault('NUMBERING.PREFIX_TAKEN', { prefix });
  }
  // Prefixes are unique in the table: kinds that exchange unused prefixes are freed first.
  for (const { kind } of series) await manager.update(DocumentSeries, { kind }, { prefix: `~${kind}` });
  for (const { kind, prefix, labPart } of series) {
    await manager.update(DocumentSeries, { kind }, { prefix, labPart });
    await manager.delete(DocumentCounter, { prefix, lastNumber: 0 });
  }
}

/** @throws Fault NUMBERING.TOO_LONG. */
function demandShort({ series, labCodes }: NumberingDto): void {
  const year = 9999;
  for (const { prefix, labPart } of series) {
    const codes = labPart === 'none' ? [''] : ['', ...labCodes.map(({ code }) => `-${code}`)];
    for (const code of codes) {
      const number = writeNumber(`${prefix}${code}`, year, 999_999);
      if (number.length > LONGEST_NUMBER) throw new Fault('NUMBERING.TOO_LONG', { number });
    }
  }
}
