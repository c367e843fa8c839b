import { Injectable } from '@nestjs/common';
import type { PrestationId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { AddLineDto, LineView, PutLinesDto, SavedLinesDto } from './line.dto';
import { demandReferences } from './line-references';
import { viewLine, viewLines, wholeOf } from './line-view';
import { newLineOf } from './new-line';
import { appendLine, demandAcceptsLines, linesOf, lockNamed } from './prestation-lines';
import { saveLines } from './save-lines';

/** The lines of a prestation. */
@Injectable()
export class LinesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Adds a line after the others.
   * @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED, BILLING.AMOUNT_TOO_LARGE, PRESTATION.CANCELLED,
   * PRESTATION.ARTICLE_UNKNOWN, PRESTATION.STAGE_UNKNOWN.
   */
  add(id: PrestationId, { articleId, ...body }: AddLineDto): Promise<LineView> {
    return this.unitOfWork.run(async (unit) => {
      const prestation = await lockNamed(unit, id);
      demandAcceptsLines(prestation);
      const edited = articleId
        ? { ...body, kind: 'article' as const, articleId }
        : { ...body, kind: 'typed' as const };
      await demandReferences(unit.manager, prestation, [edited]);
      const line = await appendLine(unit, prestation, await newLineOf(unit, prestation, edited));
      const { label, quantity, unitPrice } = line;
      await audit(unit, {
        action: 'prestation.line-added',
        subject: ['prestation', id],
        after: { label, quantity, unit: line.unit, unitPrice },
      });
      return viewLine(line);
    });
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
