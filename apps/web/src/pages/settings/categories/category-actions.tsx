import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { DialogButton } from '../../../parts/dialog-button';
import { nameIn } from '../name-in';
import { UndoableButton } from '../undoable-button';
import { CategoryForm } from './category-form';

/** Changes a category, retires it, or offers it again. */
export function CategoryActions({ category }: { category: Schemas['MemberCategory'] }) {
  const { t } = useTranslation();
  const name = nameIn(category);
  const params = { path: { code: category.code } };
  const retire = () => api.POST('/api/v1/categories/{code}/retire', { params });
  const restore = () => api.POST('/api/v1/categories/{code}/restore', { params });
  const isRetired = category.retiredAt !== null;
  return (
    <div className="row row-end">
      <DialogButton label={t('settings.change')} title={t('settings.changeOf', { name })}>
        {(close) => <CategoryForm category={category} position={category.position} onDone={close} />}
      </DialogButton>
      <UndoableButton
        label={t(isRetired ? 'settings.restore' : 'settings.retire')}
        act={isRetired ? restore : retire}
        undo={isRetired ? retire : restore}
        done={t(isRetired ? 'categories.restoredDone' : 'categories.retiredDone', { name })}
        touches={['/api/v1/categories']}
      />
    </div>
  );
}
