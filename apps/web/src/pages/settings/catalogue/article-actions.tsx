import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { DialogButton } from '../../../parts/dialog-button';
import { nameIn } from '../name-in';
import { UndoableButton } from '../undoable-button';
import type { Article } from './article';
import { ArticleForm } from './article-form';

/** Changes an article, archives it, or offers it again. */
export function ArticleActions({ article }: { article: Article }) {
  const { t } = useTranslation();
  const name = nameIn(article);
  const params = { path: { id: article.id } };
  const archive = () => api.POST('/api/v1/articles/{id}/archive', { params });
  const restore = () => api.POST('/api/v1/articles/{id}/restore', { params });
  const isArchived = article.archivedAt !== null;
  return (
    <div className="row row-end">
      <DialogButton
        label={t('settings.change')}
        aria-label={t('settings.changeOf', { name })}
        title={t('settings.changeOf', { name })}
        dialogSize="lg"
      >
        {(close) => <ArticleForm article={article} onDone={close} />}
      </DialogButton>
      <UndoableButton
        label={t(isArchived ? 'settings.restore' : 'catalogue.archive')}
        act={isArchived ? restore : archive}
        undo={isArchived ? archive : restore}
        done={t(isArchived ? 'catalogue.restoredDone' : 'catalogue.archivedDone', { name })}
        touches={['/api/v1/articles']}
      />
    </div>
  );
}
