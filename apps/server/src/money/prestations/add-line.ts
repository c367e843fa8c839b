import type { PrestationId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import type { AddLineDto } from './line.dto';
import { demandReferences } from './line-references';
import { newLineOf } from './new-line';
import type { PrestationLine } from './prestation.entities';
import { appendLine, demandAcceptsLines, lockNamed } from './prestation-lines';

/**
 * Adds a line after the others; locks the client order.
 * @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED, BILLING.AMOUNT_TOO_LARGE, PRESTATION.CANCELLED,
 * PRESTATION.ARTICLE_UNKNOWN, PRESTATION.STAGE_UNKNOWN.
 */
export async function addLine(
  unit: Unit,
  id: PrestationId,
  { articleId, ...body }: AddLineDto,
): Promise<PrestationLine> {
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
  return line;
}
