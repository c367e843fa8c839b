import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/queries';
import { Icon } from '../../design/icon';

/** Loaded when it is first opened. */
const Palette = lazy(() => import('./palette'));

/** Opens the palette, as Ctrl-K does on every page. */
export function SearchButton({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="search" />
        <span className="search-word">{t('frame.search')}</span>
        <span className="keys" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <Palette me={me} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
