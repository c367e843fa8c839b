import { useTranslation } from 'react-i18next';
import { CopyLine } from './copy-line';
import { isSecure, type MadeToken, type SlicerAddress, valueFor } from './parts-of-address';
import type { Entry } from './slicers';
import { TokenField } from './token-field';
import { useSlicerName } from './use-slicer-name';

export interface EntryValueProps {
  readonly entry: Entry;
  /** The name of a new token. */
  readonly slicerName: string;
  readonly target: SlicerAddress;
  readonly made: MadeToken | undefined;
  readonly onMade: (made: MadeToken) => void;
}

/** What one field gets: a text to copy, a word to choose, a tick, or the button that makes the token. */
export function EntryValue({ entry, slicerName, target, made, onMade }: EntryValueProps) {
  const { t } = useTranslation();
  const { value, label, isFilled } = entry;
  const name = useSlicerName('label')(label);
  const compare = t('slicers.compare', { slicer: slicerName });
  if (value.kind === 'choice') return <Said text={value.word} note={t('slicers.choose')} />;
  if (value.kind === 'text') return <CopyLine label={name} text={value.text} />;
  if (value.kind === 'https') {
    const tick = isSecure(target) ? t('slicers.ticked') : t('slicers.unticked');
    return <Said text={tick} note={compare} />;
  }
  if (value.kind === 'token') return <TokenField label={name} name={slicerName} {...{ made, onMade }} />;
  const text = valueFor(value.kind, target, made);
  if (text === undefined) return <span className="quiet">{t('slicers.tokenFirst')}</span>;
  return <CopyLine label={name} text={text} note={isFilled && compare} />;
}

const Said = ({ text, note }: { text: string; note: string }) => (
  <span className="entry-said">
    <strong>{text}</strong> <span className="quiet">({note})</span>
  </span>
);
