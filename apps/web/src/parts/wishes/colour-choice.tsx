import './wishes.css';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { coloursQuery } from './queries';

interface Props {
  readonly labId: string;
  /** Only colours of this material; empty: of all. */
  readonly material: string;
  /** Empty: any. */
  readonly value: string;
  readonly change: (colour: string) => void;
}

/** Any colour, or one of those that the lab has; each with a sample beside its name. */
export function ColourChoice({ labId, material, value, change }: Props) {
  const { t } = useTranslation();
  const name = useId();
  const { data } = useQuery(coloursQuery(labId, material));
  const colours = data?.items ?? [];
  const isGone = data !== undefined && value !== '' && !colours.some(({ colour }) => colour === value);
  if (colours.length === 0 && value === '') return null;
  const option = (colour: string, label: string, note: string, swatch: string | null) => (
    <label key={colour} className="colour">
      <input
        type="radio"
        name={name}
        value={colour}
        checked={value === colour}
        onChange={() => change(colour)}
      />
      {colour !== '' && <Swatch swatch={swatch} />}
      <span>
        {label}
        {note && <span className="quiet"> ({note})</span>}
      </span>
    </label>
  );
  return (
    <fieldset className="colours">
      <legend>{t('wishes.colour')}</legend>
      <p className="quiet">{t('wishes.colourHint')}</p>
      {option('', t('wishes.anyColour'), '', null)}
      {colours.map(({ colour, swatch, loaded }) =>
        option(colour, colour, t(loaded ? 'wishes.loaded' : 'wishes.inStock'), swatch),
      )}
      {isGone && option(value, value, t('wishes.notInStock'), null)}
    </fieldset>
  );
}

/** A sample; striped where the name tells no colour. */
export const Swatch = ({ swatch }: { swatch: string | null }) => (
  <span
    className="swatch"
    data-known={swatch !== null || undefined}
    style={swatch === null ? undefined : { background: swatch }}
    aria-hidden="true"
  />
);
