import { isDeepStrictEqual } from 'node:util';
import { Fault, type StageId } from '@pandafab/shared';
import Big from 'big.js';
import type { Prestation, PrestationStage } from './prestation.entities';
import type { PutStagesDto } from './stage.dto';

type EditedStage = PutStagesDto['stages'][number];

/** @throws Fault PRESTATION.STAGE_UNKNOWN for an id that is not a stage of this prestation, or is given twice. */
export function demandKnownStages(
  { reference }: Pick<Prestation, 'reference'>,
  was: readonly PrestationStage[],
  edited: readonly EditedStage[],
): void {
  const ids = edited.map(({ id }) => id).filter((id) => id !== undefined);
  const isKnown = ids.every((id) => was.some((stage) => stage.id === id));
  if (!isKnown || new Set(ids).size < ids.length) throw new Fault('PRESTATION.STAGE_UNKNOWN', { reference });
}

/** @throws Fault PRESTATION.STAGES_EXCEED if the percentages add up to more than 100. */
export function demandAtMostWhole(edited: readonly EditedStage[]): void {
  const sum = edited.reduce(
    (percent, { share }) => (share?.kind === 'percent' ? percent.plus(share.percent) : percent),
    new Big(0),
  );
  if (sum.gt(100)) throw new Fault('PRESTATION.STAGES_EXCEED', { percent: sum.toFixed() });
}

/** An invoiced stage keeps its share. @throws Fault PRESTATION.STAGE_INVOICED {name}. */
export function demandInvoicedKept(
  was: readonly PrestationStage[],
  edited: readonly EditedStage[],
  invoiced: ReadonlySet<StageId>,
): void {
  for (const { id, name, share } of was.filter((stage) => invoiced.has(stage.id))) {
    const next = edited.find((stage) => stage.id === id);
    if (!next || !isDeepStrictEqual(next.share, share))
      throw new Fault('PRESTATION.STAGE_INVOICED', { name });
  }
}
