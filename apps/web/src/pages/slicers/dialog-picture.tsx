import { useTranslation } from 'react-i18next';
import { isSecure, type MadeToken, type SlicerAddress, valueFor } from './parts-of-address';
import type { Connection, Slicer, Value } from './slicers';
import { BUTTONS, useSlicerName } from './use-slicer-name';

interface Props {
  readonly slicer: Slicer;
  readonly connection: Connection;
  readonly target: SlicerAddress;
  readonly made: MadeToken | undefined;
}

/** In units of the picture. */
const WIDTH = 430;
const HEAD = 38;
const ROW = 40;
const FIELD = { x: 190, height: 26 };
const EDGE = WIDTH - 14;
const BUTTON = 72;
const LABEL_CHARACTERS = 23;
/** Of a field beside a button, and of one without. */
const FIELD_CHARACTERS = [15, 29] as const;

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** A drawing of the slicer's window with its fields, numbered as in the list. Grey fields stay as they are. */
export function DialogPicture({ slicer, connection, target, made }: Props) {
  const { t } = useTranslation();
  const { entries, button, window } = connection;
  const [labelOf, titleOf] = [useSlicerName('label'), useSlicerName('window')];
  const isCura = slicer.id === 'cura';
  const known = { target, made };
  const rows = entries.map((entry, at) => ({
    label: labelOf(entry.label),
    value: shownAs(entry.value, known),
    look: entry.value.kind === 'choice' ? 'choice' : entry.value.kind === 'https' ? 'tick' : 'text',
    mark: at + 1,
    button: button === 'test' && entry.value.kind === 'address' ? BUTTONS.test : undefined,
  }));
  const last = entries.length + 1;
  const top = HEAD + (isCura ? 10 : ROW + 10);
  const ofKey = button === 'request' ? top + rows.length * ROW + 14 : undefined;
  const height = (ofKey ?? top + (rows.length - 1) * ROW) + ROW + 6;
  return (
    <svg
      className="dialog-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t('slicers.picture', { slicer: slicer.name })}
    >
      <rect className="picture-window" x="1" y="1" width={WIDTH - 2} height={height - 2} rx="10" />
      <path
        className="picture-head"
        d={`M1 ${HEAD}V11a10 10 0 0 1 10-10h${WIDTH - 22}a10 10 0 0 1 10 10V${HEAD}z`}
      />
      <text className="picture-title" x="16" y="24">
        {titleOf(window)}
      </text>
      <path className="picture-close" d={`M${EDGE - 12} 14l10 10m0-10l-10 10`} />
      {!isCura && <Unused y={HEAD + 10} />}
      {rows.map((row, at) => (
        <Row key={row.mark} y={top + at * ROW} {...row} lastMark={last} />
      ))}
      {ofKey && (
        <>
          <path className="picture-rule" d={`M14 ${ofKey - 10}H${EDGE}`} />
          <Row y={ofKey} label="API Key" value="" look="text" button={BUTTONS.request} lastMark={last} />
        </>
      )}
    </svg>
  );
}

/** What stands in a field of the picture; dots for a secret. */
function shownAs(value: Value, { target, made }: Pick<Props, 'target' | 'made'>): string {
  if (value.kind === 'choice') return value.word;
  if (value.kind === 'text') return value.text;
  if (value.kind === 'https') return isSecure(target) ? '✓' : '';
  if (value.kind === 'token') return '••••••••••';
  return valueFor(value.kind, target, made) ?? '…';
}

interface RowProps {
  readonly y: number;
  readonly label: string;
  readonly value: string;
  readonly look: string;
  /** Absent: only its button has a number. */
  readonly mark?: number;
  readonly button?: string | undefined;
  readonly lastMark: number;
}

function Row({ y, label, value, look, mark, button, lastMark }: RowProps) {
  const width = EDGE - FIELD.x - (button ? BUTTON + 30 : 0);
  const middle = y + FIELD.height / 2;
  return (
    <g>
      {mark && <Mark x={20} y={middle} number={mark} />}
      <text className="picture-label" x="38" y={middle + 4}>
        {shortened(label, LABEL_CHARACTERS)}
      </text>
      {look === 'tick' ? (
        <rect className="picture-field" x={FIELD.x} y={y + 4} width="18" height="18" rx="3" />
      ) : (
        <rect className="picture-field" x={FIELD.x} y={y} width={width} height={FIELD.height} rx="4" />
      )}
      <text className="picture-value" x={FIELD.x + (look === 'tick' ? 4 : 8)} y={middle + 4}>
        {shortened(value, FIELD_CHARACTERS[button ? 0 : 1])}
      </text>
      {look === 'choice' && (
        <path className="picture-arrow" d={`M${FIELD.x + width - 18} ${middle - 2}l5 5l5-5`} />
      )}
      {button && (
        <>
          <rect
            className="picture-button"
            x={EDGE - BUTTON}
            y={y}
            width={BUTTON}
            height={FIELD.height}
            rx="4"
          />
          <text className="picture-press" x={EDGE - BUTTON / 2} y={middle + 4}>
            {button}
          </text>
          <Mark x={EDGE - BUTTON - 15} y={middle} number={lastMark} />
        </>
      )}
    </g>
  );
}

const Mark = ({ x, y, number }: { x: number; y: number; number: number }) => (
  <>
    <circle className="picture-mark" cx={x} cy={y} r="10" />
    <text className="picture-number" x={x} y={y + 4}>
      {number}
    </text>
  </>
);

/** A row of the window that does not matter here. */
const Unused = ({ y }: { y: number }) => (
  <>
    <rect className="picture-unused" x="38" y={y + 9} width="92" height="8" rx="4" />
    <rect className="picture-unused" x={FIELD.x} y={y} width={EDGE - FIELD.x} height={FIELD.height} rx="4" />
  </>
);
