import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onPaste } from './cell';
import type { Editing } from './editing';
import { moveFocus } from './focus';
import { COLUMNS, type EditedRow } from './row';

/** An article of the catalogue that matches what is typed. */
export interface FoundArticle {
  readonly id: string;
  readonly name: string;
  /** Such as “45,00 € pour 1 heure”. */
  readonly price: string;
  /** What a line takes from it. */
  readonly row: Partial<EditedRow>;
}
export type FindArticles = (search: string) => Promise<readonly FoundArticle[]>;

const PAUSE_MS = 200;

/** The last row of the grid: what is typed becomes a line, or finds an article of the catalogue. */
export function NewLine({ editing, find }: { editing: Editing; find: FindArticles }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const listId = useId();
  const articles = useFound(typed, find);
  const isOpen = typed.trim() !== '' && articles.length > 0;
  const add = (article?: FoundArticle) => {
    const label = typed.trim();
    if (!article && !label) return;
    editing.add(article ? article.row : { label }, article ? 'quantity' : 'quantity');
    setTyped('');
    setAt(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') add(isOpen ? articles[at] : undefined);
    else if (event.key === 'ArrowDown' && isOpen) setAt((at + 1) % articles.length);
    else if (event.key === 'ArrowUp' && isOpen && at >= 0) setAt(at - 1);
    else if (event.key === 'ArrowUp' && !moveFocus(event.currentTarget, -1, 0)) return;
    else if (event.key === 'Escape' && isOpen) setTyped('');
    else if (event.key !== 'ArrowUp') return;
    event.preventDefault();
  };
  return (
    <tr data-row="new" className="new-line">
      <td colSpan={COLUMNS.length + 2}>
        <div className="new-line-field">
          <input
            className="cell-field"
            data-column="label"
            role="combobox"
            aria-label={t('lineEditor.add')}
            placeholder={t('lineEditor.addHint')}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            maxLength={300}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setAt(-1);
            }}
            onKeyDown={onKeyDown}
            onPaste={(event) => onPaste(event, null, 'label', editing)}
          />
          {typed.trim() !== '' && (
            <button type="button" className="link-button" onClick={() => add()}>
              {t('lineEditor.addButton')}
            </button>
          )}
        </div>
        <span className="sr-only" role="status">
          {isOpen && t('lineEditor.found', { count: articles.length })}
        </span>
        <div
          role="listbox"
          id={listId}
          className="found-articles"
          aria-label={t('lineEditor.articles')}
          hidden={!isOpen}
        >
          {articles.map((article, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field
            <div
              key={article.id}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(article)}
            >
              <span className="typed">{article.name}</span>
              <span className="quiet">{article.price}</span>
            </div>
          ))}
        </div>
      </td>
    </tr>
  );
}

function useFound(typed: string, find: FindArticles): readonly FoundArticle[] {
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['line-articles', search],
    queryFn: () => find(search),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return typed.trim() === '' ? [] : (data ?? []);
}
