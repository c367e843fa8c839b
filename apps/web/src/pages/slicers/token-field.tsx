import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyLine } from './copy-line';
import type { MadeToken } from './parts-of-address';
import { TokenMaker } from './token-maker';

interface Props {
  readonly label: string;
  /** The name of a new token. */
  readonly name: string;
  readonly made: MadeToken | undefined;
  readonly onMade: (made: MadeToken) => void;
}

/** The button that makes a token, then the token, which is shown only now. */
export function TokenField({ label, name, made, onMade }: Props) {
  const { t } = useTranslation();
  const wasMissing = useRef(made === undefined);
  if (!made) return <TokenMaker name={name} onMade={onMade} />;
  return (
    <>
      {/* The button that was pressed is gone: its focus goes to the next one. */}
      <CopyLine label={label} text={made.token} takesFocus={wasMissing.current} />
      <p className="entry-once" role="status">
        {t('slicers.once')}
      </p>
    </>
  );
}
