import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly note?: string | false | undefined;
  readonly takesFocus?: boolean;
}

/** A text with a button to copy it. If the browser refuses to copy (no HTTPS), it is selected, to copy it by hand. */
export function CopyLine({ label, text, note, takesFocus }: Props) {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // It stays selected.
    }
  };
  return (
    <div className="copy-line">
      <span className="copy-text">
        <code ref={shown}>{text}</code>
        {note && <span className="quiet"> ({note})</span>}
      </span>
      <Button onClick={copy} autoFocus={takesFocus} aria-label={t('slicers.copyOf', { label })}>
        <span aria-live="polite">{copied === text ? `✓ ${t('common.copied')}` : t('common.copy')}</span>
      </Button>
    </div>
  );
}
