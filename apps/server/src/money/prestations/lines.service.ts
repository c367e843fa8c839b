import { Injectable } from '@nestjs/common';
import type { PrestationId } from '@pandafab/shared';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { addLine } from './add-line';
import type { AddLineDto, LineView, PutLinesDto, SavedLinesDto } from './line.dto';
import { viewLine, viewLines, wholeOf } from './line-view';
import { linesOf, lockNamed } from './prestation-lines';
import { saveLines } from './save-lines';

/** The lines of a prestation. */
@Injectable()
export class LinesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a line after the others. @throws the faults of `addLine` */
  add(id: PrestationId, body: AddLineDto): Promise<LineView> {
    return this.unitOfWork.run(async (unit) => viewLine(await addLine(unit, id, body)));
  }

  /**
   * Saves all lines in their new order, and the discounts on the whole.
   * @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED, BILLING.AMOUNT_TOO_LARGE, PRESTATION.CANCELLED,
   * PRESTATION.CHANGED_MEANWHILE, and those of what a line refers to.
   */
  save(id: PrestationId, body: PutLinesDto): Promise<SavedLinesDto> {
    return this.unitOfWork.run(async (unit) => {
      const prestation = await saveLines(unit, await lockNamed(unit, id), body);
      const lines = await linesOf(unit.manager, id);
      return { version: prestation.linesVersion, lines: viewLines(lines), ...wholeOf(prestation, lines) };
    });
  }
}
