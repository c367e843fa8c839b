import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { get } from '../../api/get';
import type { Me } from '../../api/queries';
import { Icon, type IconName } from '../../design/icon';
import { addWords } from '../../i18n/add-words';
import { Dialog } from '../../parts/dialog';
import { ProblemAlert } from '../../parts/problem-alert';
import { useLab } from '../lab-choice';
import { offeredTo } from '../pages';
import { type Entry, entryOf, pagesMatching } from './entries';
import { useSettingsPages } from './use-settings-pages';
import { en, fr } from './words';
import './palette.css';

addWords('palette', { fr, en });

const ICONS: Readonly<Record<Entry['kind'], IconName>> = {
  page: 'chevron-right',
  job: 'cube-3d-sphere',
  member: 'user',
  group: 'users',
  organisation: 'building-community',
  prestation: 'list-check',
  document: 'receipt-euro',
  spool: 'package',
  machine: 'printer',
  lab: 'layout-grid',
};

/** Where one goes by typing: the pages, and whatever the search of the server finds. */
export default function Palette({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { entries, error, isWaiting } = useEntries(me, typed);
  const open = useOpen(onClose);
  const listId = useId();
  const chosen = Math.min(at, entries.length - 1);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = entries[chosen];
    if (step) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter' && entry) open(entry);
    else return;
    event.preventDefault();
  };
  const isNothing = typed.trim() !== '' && entries.length === 0 && !isWaiting && !error;
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        className="palette-input"
        type="text"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={entries[chosen] && `${listId}-${chosen}`}
        aria-autocomplete="list"
        placeholder={t('palette.label')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="sr-only" role="status">
        {isNothing ? t('palette.none', { q: typed.trim() }) : t('palette.results', { count: entries.length })}
      </p>
      {error && <ProblemAlert error={error} />}
      {isNothing && (
        <div className="empty">
          <p className="empty-title">{t('palette.none', { q: typed.trim() })}</p>
          <p>{t('palette.noneCure')}</p>
        </div>
      )}
      <Results entries={entries} chosen={chosen} listId={listId} open={open} />
      <p className="quiet palette-hint">{t('palette.hint')}</p>
    </Dialog>
  );
}

interface ResultsProps {
  readonly entries: readonly Entry[];
  readonly chosen: number;
  readonly listId: string;
  readonly open: (entry: Entry) => void;
}

function Results({ entries, chosen, listId, open }: ResultsProps) {
  const { t } = useTranslation();
  return (
    <div className="palette-list" role="listbox" id={listId} aria-label={t('palette.title')}>
      {entries.map((entry, place) => (
        // The keyboard acts in the field above, which has the focus; this is for pointers.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys
        <div
          key={entry.key}
          id={`${listId}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === chosen}
          className="palette-entry"
          ref={place === chosen ? showIn : undefined}
          onClick={() => open(entry)}
        >
          <Icon name={ICONS[entry.kind]} />
          <span className="palette-words">
            {entry.title}
            {entry.detail && <span className="quiet"> {entry.detail}</span>}
          </span>
          <span className="quiet palette-kind">{t(`palette.kind.${entry.kind}`)}</span>
        </div>
      ))}
    </div>
  );
}

const showIn = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** The pages and the things that match; the answer of the server is asked for when the typing pauses. */
function useEntries(me: Me, typed: string) {
  const { t } = useTranslation();
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    ...get('/api/v1/search', { query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const ofSettings = useSettingsPages(me);
  const pages = offeredTo(me).map(({ path, nav }) => ({ path, name: t(`nav.${nav}`) }));
  const things = q === '' ? [] : (found.data?.items ?? []).map(entryOf);
  return {
    // Too many to show where nothing is typed.
    entries: [...things, ...pagesMatching(q === '' ? pages : [...pages, ...ofSettings], q)],
    error: q === '' ? null : found.error,
    isWaiting: found.isFetching,
  };
}

function useOpen(onClose: () => void) {
  const navigate = useNavigate();
  const { choose } = useLab();
  return ({ to, labId }: Entry) => {
    if (labId) choose(labId);
    onClose();
    if (to.startsWith('/api/')) window.open(to, '_blank', 'noopener');
    else void navigate(to);
  };
}
