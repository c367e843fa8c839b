import { Fault } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Article } from '../catalogue/article.entity';
import type { EditedLine } from './line.dto';
import { type Prestation, PrestationStage } from './prestation.entities';

const uniqueOf = <Id extends string>(ids: readonly (Id | null | undefined)[]): Id[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

/**
 * Refuses lines that refer to an article or a stage that does not exist.
 * @throws Fault PRESTATION.ARTICLE_UNKNOWN {id}, PRESTATION.STAGE_UNKNOWN {reference}.
 */
export async function demandReferences(
  manager: EntityManager,
  { id: prestationId, reference }: Prestation,
  lines: readonly EditedLine[],
): Promise<void> {
  const articles = uniqueOf(lines.map((line) => (line.kind === 'article' ? line.articleId : null)));
  const known = new Set((await manager.findBy(Article, { id: In(articles) })).map(({ id }) => id));
  const missing = articles.find((id) => !known.has(id));
  if (missing) throw new Fault('PRESTATION.ARTICLE_UNKNOWN', { id: missing });
  const stages = uniqueOf(lines.map(({ stageId }) => stageId));
  const found = await manager.countBy(PrestationStage, { prestationId, id: In(stages) });
  if (found < stages.length) throw new Fault('PRESTATION.STAGE_UNKNOWN', { reference });
}
