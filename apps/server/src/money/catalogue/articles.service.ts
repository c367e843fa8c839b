import { Injectable } from '@nestjs/common';
import { type ArticleId, Fault, folded, newId } from '@pandafab/shared';
import { type EntityManager, Not } from 'typeorm';
import { audit, difference } from '../../platform/audit/audit';
import { readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { ArticleSearch } from './article.dto';
import { Article } from './article.entity';

type ArticleFields = Omit<Article, 'id' | 'createdAt' | 'archivedAt'>;

const SORTS: SortKeys<Article, 'nameFr' | 'nameEn' | 'code'> = {
  nameFr: { column: 'article.foldedNameFr', of: ({ nameFr }) => folded(nameFr) },
  nameEn: { column: 'article.foldedNameEn', of: ({ nameEn }) => folded(nameEn) },
  // PostgreSQL and SQLite sort null at different ends.
  code: { column: "COALESCE(article.code, '')", of: ({ code }) => code ?? '' },
};
const BY_ID = { column: 'article.id', of: ({ id }: Article) => id };

/** What the network sells often. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** `search` finds parts of the code and of both names. */
  list({ search, activity, archived, sort, ...page }: ArticleSearch) {
    const query = this.read.of(Article).createQueryBuilder('article');
    query.where(`article.archivedAt IS ${archived ? 'NOT ' : ''}NULL`);
    if (activity) query.andWhere('article.activity = :activity', { activity });
    if (search) query.andWhere("article.foldedWords LIKE :words ESCAPE '\\'", { words: containing(search) });
    return readPart(query, sortedBy(sort, SORTS, BY_ID), page);
  }

  /** @throws Fault ARTICLE.UNKNOWN. */
  get(id: ArticleId): Promise<Article> {
    return find(this.read.manager, id);
  }

  /** @throws Fault ARTICLE.CODE_USED {code}. */
  create(fields: ArticleFields): Promise<Article> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await demandFreeCode(manager, fields.code);
      const article: Article = { ...fields, id: newId<ArticleId>(), createdAt: now, archivedAt: null };
      await manager.insert(Article, article);
      const subject = ['article', article.id] as const;
      await audit(unit, { action: 'article.added', subject, after: { ...fields } });
      return article;
    });
  }

  /** Changes the given fields. @throws Fault ARTICLE.UNKNOWN, ARTICLE.CODE_USED {code}. */
  change(id: ArticleId, changes: Partial<ArticleFields>): Promise<Article> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const article = await find(manager, id);
      const changed = difference(article, changes);
      if (!changed) return article;
      const next = { ...article, ...changes };
      await demandFreeCode(manager, next.code, id);
      await manager.update(Article, { id }, { ...next });
      await audit(unit, { action: 'article.changed', subject: ['article', id], ...changed });
      return next;
    });
  }

  /** Does nothing if it is archived already. @throws Fault ARTICLE.UNKNOWN. */
  archive(id: ArticleId): Promise<Article> {
    return this.setArchived(id, true);
  }

  /** Does nothing if it is not archived. @throws Fault ARTICLE.UNKNOWN. */
  restore(id: ArticleId): Promise<Article> {
    return this.setArchived(id, false);
  }

  private setArchived(id: ArticleId, isArchived: boolean): Promise<Article> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const article = await find(manager, id);
      if ((article.archivedAt !== null) === isArchived) return article;
      const archivedAt = isArchived ? now : null;
      await manager.update(Article, { id }, { archivedAt });
      const action = isArchived ? 'article.archived' : 'article.restored';
      await audit(unit, { action, subject: ['article', id] });
      return { ...article, archivedAt };
    });
  }
}

/** @throws Fault ARTICLE.UNKNOWN. */
async function find(manager: EntityManager, id: ArticleId): Promise<Article> {
  const article = await manager.findOneBy(Article, { id });
  if (!article) throw new Fault('ARTICLE.UNKNOWN');
  return article;
}

/** @throws Fault ARTICLE.CODE_USED {code} */
async function demandFreeCode(manager: EntityManager, code: string | null, except?: ArticleId) {
  if (code === null) return;
  if (await manager.existsBy(Article, { code, ...(except && { id: Not(except) }) }))
    throw new Fault('ARTICLE.CODE_USED', { code });
}
