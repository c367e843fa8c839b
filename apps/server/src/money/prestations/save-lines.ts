import { lineAmount } from '@pandafab/domain';
import { Fault, newId, type PrestationLineId } from '@pandafab/shared';
import { In } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import type { EditedLine, PutLinesDto } from './line.dto';
import { demandReferences } from './line-references';
import { newLineOf } from './new-line';
import { Prestation, PrestationLine } from './prestation.entities';
import { demandAcceptsLines, linesOf, refreshNet } from './prestation-lines';

/**
 * Replaces the lines of a locked prestation by an edited list. Lines of prints that the list does not name stay after
 * the others: a print may have ended while the list was edited.
 * @returns the prestation with its next version
 * @throws Fault of `LinesService.save`.
 */
export async function saveLines(unit: Unit, prestation: Prestation, body: PutLinesDto): Promise<Prestation> {
  const { manager } = unit;
  const { id, reference } = prestation;
  demandAcceptsLines(prestation);
  if (body.version !== prestation.linesVersion)
    throw new Fault('PRESTATION.CHANGED_MEANWHILE', { reference });
  await demandReferences(manager, prestation, body.lines);
  const was = await linesOf(manager, id);
  const rows = await rowsOf(unit, prestation, was, body.lines);
  await replace(unit, was, rows);
  const discounts = body.discounts ?? prestation.discounts;
  const saved = { ...prestation, discounts, linesVersion: prestation.linesVersion + 1 };
  await manager.update(Prestation, { id }, { discounts, linesVersion: saved.linesVersion });
  await refreshNet(unit, saved);
  await audit(unit, {
    action: 'prestation.lines-changed',
    subject: ['prestation', id],
    before: figuresOf(was, prestation),
    after: figuresOf(rows, saved),
  });
  return saved;
}

const figuresOf = (lines: readonly PrestationLine[], { discounts }: Prestation) => ({
  lines: lines.length,
  linesCents: lines.reduce((sum, { netCents }) => sum + netCents, 0),
  discounts,
});

/** The rows in their new order. @throws Fault PRESTATION.LINE_UNKNOWN for an id of another order or kind. */
async function rowsOf(
  unit: Unit,
  prestation: Prestation,
  was: readonly PrestationLine[],
  edited: readonly EditedLine[],
): Promise<PrestationLine[]> {
  const left = new Map(was.map((line) => [line.id, line]));
  const rows: Omit<PrestationLine, 'position'>[] = [];
  for (const line of edited) {
    const old = line.id === undefined ? undefined : left.get(line.id);
    const isPrint = line.kind === 'print';
    if ((line.id && !old) || isPrint !== (old ? old.kind === 'print' : false))
      throw new Fault('PRESTATION.LINE_UNKNOWN', { reference: prestation.reference });
    if (old) left.delete(old.id);
    if (line.kind === 'print') rows.push(editedPrint(old as PrestationLine, line));
    else {
      const { id, createdAt } = old ?? { id: newId<PrestationLineId>(), createdAt: unit.now };
      const written = await newLineOf(unit, prestation, line, old?.servedOn);
      rows.push({ ...written, id, prestationId: prestation.id, createdAt });
    }
  }
  rows.push(...[...left.values()].filter(({ kind }) => kind === 'print'));
  return rows.map((row, at) => ({ ...row, position: at + 1 }));
}

/** Quantity and price of a print are measured: only its place, text, stage and discounts change. */
function editedPrint(
  old: PrestationLine,
  { label, discounts, stageId }: Extract<EditedLine, { kind: 'print' }>,
): PrestationLine {
  const { quantity, unitPrice, basis } = old;
  const { netCents } = lineAmount({ quantity, unitPrice, basis, discounts });
  return { ...old, label, discounts, stageId, netCents };
}

/** A position is unique in a prestation: all old ones are moved out of the way first. */
async function replace(
  { manager }: Unit,
  was: readonly PrestationLine[],
  rows: readonly PrestationLine[],
): Promise<void> {
  const kept = new Set(rows.map(({ id }) => id));
  const removed = was.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (removed.length > 0) await manager.delete(PrestationLine, { id: In(removed) });
  const prestationId = was[0]?.prestationId;
  if (prestationId) await manager.update(PrestationLine, { prestationId }, { position: () => '-position' });
  const old = new Set(was.map(({ id }) => id));
  for (const row of rows) if (old.has(row.id)) await manager.update(PrestationLine, { id: row.id }, row);
  const added = rows.filter(({ id }) => !old.has(id));
  if (added.length > 0) await manager.insert(PrestationLine, added);
}
