import type { TFunction } from 'i18next';
import { currentLanguage } from '../../../i18n/i18n';
import type { Column } from '../../../parts/table/data-table';
import { nameIn } from '../name-in';
import type { Article } from './article';
import { ArticleActions } from './article-actions';
import { priceText } from './price-text';

/** The columns of the catalogue. */
export const articleColumns = (t: TFunction, activityName: (code: string) => string): Column<Article>[] => [
  {
    id: currentLanguage() === 'fr' ? 'nameFr' : 'nameEn',
    header: t('catalogue.name'),
    isSortedByServer: true,
    cell: (article) => <ArticleName article={article} />,
  },
  {
    ...{ id: 'code', header: t('settings.code'), isSortedByServer: true, choice: 'shown' },
    cell: ({ code }) => code ?? '–',
  },
  {
    ...{ id: 'price', header: t('catalogue.price'), isFigure: true },
    cell: (article) => priceText(t, article),
  },
  {
    ...{ id: 'activity', header: t('catalogue.activity'), choice: 'shown' },
    cell: ({ activity }) => activityName(activity),
  },
  {
    ...{ id: 'nature', header: t('catalogue.nature'), choice: 'hidden' },
    cell: ({ nature }) => t(`catalogue.natures.${nature}`),
  },
  {
    ...{ id: 'actions', header: t('settings.actions'), isFigure: true },
    cell: (article) => <ArticleActions article={article} />,
  },
];

/** The name, and below it what documents print after it. */
function ArticleName({ article }: { article: Article }) {
  const description = currentLanguage() === 'fr' ? article.descriptionFr : article.descriptionEn;
  return (
    <span className="settings-stack typed">
      <b>{nameIn(article)}</b>
      {description && <span className="quiet settings-small">{description}</span>}
    </span>
  );
}
