import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { type Article, bodyOf, type Values, valuesOf } from './article';
import { PriceFields, TextFields } from './article-fields';
import { useActivities } from './use-activities';

interface Props {
  /** The article to change; absent: another one is made. */
  readonly article?: Article;
  readonly onDone: () => void;
}

/** Makes or changes an article. */
export function ArticleForm({ article, onDone }: Props) {
  const { t } = useTranslation();
  const activities = useActivities();
  const send = async (values: Values) => {
    const body = bodyOf(values);
    if (!article) return content(api.POST('/api/v1/articles', { body }));
    return content(api.PATCH('/api/v1/articles/{id}', { params: { path: { id: article.id } }, body }));
  };
  return (
    <Form
      // The first activity is known only after the settings of the seller were loaded.
      key={activities.known[0]}
      initial={valuesOf(article, activities.known[0] ?? '')}
      send={send}
      touches={['/api/v1/articles']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(article ? 'common.save' : 'catalogue.addSave')}
      draft={`article-${article?.id ?? 'new'}`}
    >
      {(fields) => (
        <>
          <TextFields fields={fields} />
          <PriceFields fields={fields} activities={activities} />
        </>
      )}
    </Form>
  );
}
