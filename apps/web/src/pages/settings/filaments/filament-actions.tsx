import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { DialogButton } from '../../../parts/dialog-button';
import { UndoableButton } from '../undoable-button';
import { FilamentForm } from './filament-form';

/** Changes a filament, retires it, or offers it again. */
export function FilamentActions({ filament }: { filament: Schemas['KnownFilament'] }) {
  const { t } = useTranslation();
  const name = [filament.material, filament.colour, filament.brand].join(' · ');
  const params = { path: { id: filament.id } };
  const retire = () => api.POST('/api/v1/filaments/{id}/retire', { params });
  const restore = () => api.POST('/api/v1/filaments/{id}/restore', { params });
  const isRetired = filament.retiredAt !== null;
  return (
    <div className="row row-end">
      <DialogButton label={t('settings.change')} title={t('settings.changeOf', { name })}>
        {(close) => <FilamentForm filament={filament} onDone={close} />}
      </DialogButton>
      <UndoableButton
        label={t(isRetired ? 'settings.restore' : 'settings.retire')}
        act={isRetired ? restore : retire}
        undo={isRetired ? retire : restore}
        done={t(isRetired ? 'filaments.restoredDone' : 'filaments.retiredDone', { name })}
        touches={['/api/v1/filaments']}
      />
    </div>
  );
}
