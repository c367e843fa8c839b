import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Touched } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { addWords } from '../../i18n/add-words';
import { Button } from '../button';
import { useToast } from '../toasts/use-toast';
import { type Calculate, useAmounts } from './amounts';
import { useEditing } from './editing';
import { EditorNotes } from './editor-notes';
import { EditorRow } from './editor-row';
import { errorsOf } from './errors';
import type { SavedSheet, Sheet } from './kept-sheet';
import { type FindArticles, NewLine } from './new-line';
import { type FindPrice, PriceDialog } from './price-dialog';
import { COLUMNS, type RowDefaults } from './row';
import type { DetailChoices } from './row-details';
import { Totals } from './totals';
import { useSheet } from './use-sheet';
import { en, fr } from './words';
import './line-editor.css';

addWords('lineEditor', { fr, en });

interface Props {
  /** Under this name, what was typed survives a reload. It names the person and the thing. */
  readonly name: string;
  readonly saved: SavedSheet;
  /** What a new line begins with. */
  readonly defaults: RowDefaults;
  readonly choices: DetailChoices;
  /** Saves everything at once. @throws Problem when another person saved another version */
  readonly save: (sheet: Sheet, version: number) => Promise<SavedSheet>;
  readonly touches: readonly Touched[];
  /** The server's amounts: nothing is calculated in the browser. */
  readonly calculate: Calculate;
  readonly find: FindArticles;
  readonly findPrice: FindPrice;
}

/** A grid of lines for people who use spreadsheets; on a phone, each line is a card. */
export function LineEditor(props: Props) {
  const { name, saved, defaults, choices, save, touches, calculate, find, findPrice } = props;
  const { t } = useTranslation();
  const toast = useToast();
  const table = useRef<HTMLTableElement>(null);
  const sheet = useSheet(name, saved);
  const editing = useEditing(sheet, defaults, table);
  const { amounts, isOld } = useAmounts(name, sheet, calculate);
  const change = useChange<Sheet, SavedSheet>((sent) => save(sent, sheet.version), touches);
  const errors = errorsOf(change.error, sheet);
  const [pricedKey, setPricedKey] = useState<string>();
  const priced = sheet.rows.find(({ key }) => key === pricedKey);
  const send = () => {
    const sent = { rows: sheet.rows, discount: sheet.discount };
    change.mutate(sent, {
      onSuccess: (answer) => {
        sheet.accept(sent, answer);
        toast(t('lineEditor.saved'));
      },
    });
  };
  return (
    <div className="line-editor">
      <EditorNotes sheet={sheet} error={change.error} isAtCells={errors.areAllShown} forget={change.reset} />
      <p className="line-help">{t('lineEditor.help')}</p>
      <table ref={table} className="sheet" aria-label={t('lineEditor.caption')}>
        <thead>
          <tr>
            {[...COLUMNS, 'amount' as const].map((column) => (
              <th key={column} scope="col" className={`cell-${column}`}>
                {t(`lineEditor.columns.${column}`)}
              </th>
            ))}
            <th scope="col" className="cell-actions">
              <span className="sr-only">{t('lineEditor.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => (
            <EditorRow
              key={row.key}
              {...{ row, editing, choices, isOld }}
              line={at + 1}
              count={sheet.rows.length}
              cents={amounts?.rows[at]}
              errors={errors.of(row.key)}
              onPriceWithTax={() => setPricedKey(row.key)}
            />
          ))}
          <NewLine editing={editing} find={find} />
        </tbody>
      </table>
      <div className="sheet-foot">
        <div className="row">
          <Button onClick={() => editing.add({ kind: 'text' }, 'label')}>{t('lineEditor.addText')}</Button>
          <Button onClick={() => editing.add({ kind: 'subtotal', label: t('lineEditor.subtotal') }, 'label')}>
            {t('lineEditor.addSubtotal')}
          </Button>
        </div>
        <Totals sheet={sheet} amounts={amounts} isOld={isOld} error={errors.whole} />
      </div>
      {priced && (
        <PriceDialog
          row={priced}
          line={sheet.rows.indexOf(priced) + 1}
          find={findPrice}
          onChoose={(unitPrice) => {
            editing.change(priced.key, { unitPrice });
            setPricedKey(undefined);
          }}
          onClose={() => setPricedKey(undefined)}
        />
      )}
      {sheet.isChanged && (
        <div className="sheet-save">
          <span role="status">{t('lineEditor.unsaved')}</span>
          <Button onClick={sheet.discard}>{t('lineEditor.discard')}</Button>
          <Button look="main" isBusy={change.isPending} onClick={send}>
            {t('lineEditor.save')}
          </Button>
        </div>
      )}
    </div>
  );
}
