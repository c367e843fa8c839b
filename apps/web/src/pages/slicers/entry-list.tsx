import { useTranslation } from 'react-i18next';
import { EntryValue, type EntryValueProps } from './entry-value';
import type { Connection, Slicer } from './slicers';
import { BUTTONS, useSlicerName } from './use-slicer-name';

interface Props extends Omit<EntryValueProps, 'entry' | 'slicerName'> {
  readonly slicer: Slicer;
  readonly connection: Connection;
}

/** What to enter, field by field, in the order of the slicer's window; the numbers are those of the picture. */
export function EntryList({ slicer, connection, ...known }: Props) {
  const { t } = useTranslation();
  const nameOf = useSlicerName('label');
  const { name, menu = '' } = connection;
  return (
    <div className="slicers-entries">
      <p>{t(`slicers.open.${connection.open}`, { name, connect: menu, ...BUTTONS })}</p>
      <ol className="entries">
        {connection.entries.map((entry, at) => (
          <li key={`${slicer.id} ${connection.id} ${nameOf(entry.label)}`} className="entry">
            <Mark number={at + 1} />
            <div className="entry-main">
              <span className="entry-label">{nameOf(entry.label)}</span>
              <EntryValue entry={entry} slicerName={slicer.name} {...known} />
            </div>
          </li>
        ))}
        <li className="entry">
          <Mark number={connection.entries.length + 1} />
          <p className="entry-press">{t(`slicers.press.${connection.button}`, BUTTONS)}</p>
        </li>
      </ol>
    </div>
  );
}

/** The list's own numbers are read out; these only look like those of the picture. */
const Mark = ({ number }: { number: number }) => (
  <span className="entry-mark" aria-hidden="true">
    {number}
  </span>
);
