import { useTranslation } from 'react-i18next';
import { SLICERS, type Slicer } from './slicers';

interface Props {
  readonly chosen: Slicer;
  readonly choose: (slicer: Slicer) => void;
}

/** The slicers as tiles; real radio buttons, for the keyboard and screen readers. */
export function SlicerChoice({ chosen, choose }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="slicer-tiles" aria-label={t('slicers.slicer')}>
      {SLICERS.map((slicer) => (
        <label key={slicer.id} className="slicer-tile">
          <input
            type="radio"
            name="slicer"
            className="sr-only"
            checked={slicer.id === chosen.id}
            onChange={() => choose(slicer)}
          />
          <span>{slicer.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
