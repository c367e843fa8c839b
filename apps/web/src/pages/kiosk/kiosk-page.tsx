import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stayHere } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { chooseLanguage, currentLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import * as visits from '../../parts/visits/words';
import { Kiosk } from './kiosk';
import { tokenOf } from './kiosk-api';
import { en, fr } from './words';
import './kiosk.css';

addWords('visits', visits);
addWords('kiosk', { fr, en });

/** The page of the tablet at a lab's door: no account, no navigation, only counting. */
export default function KioskPage() {
  const { t } = useTranslation();
  const [token, setToken] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    document.title = `${t('kiosk.title')} – PandaFab`;
  }, [t]);
  // A tablet has no account: without one, it has no page to sign in.
  useEffect(() => stayHere(), []);
  useEffect(() => {
    const change = () => setToken(tokenOf(window.location.hash));
    window.addEventListener('hashchange', change);
    return () => window.removeEventListener('hashchange', change);
  }, []);
  return (
    <main className="kiosk">
      {token === '' ? (
        <>
          <h1>{t('kiosk.title')}</h1>
          <p>{t('kiosk.noToken')}</p>
        </>
      ) : (
        <Kiosk key={token} token={token} />
      )}
      <div className="kiosk-languages">
        {LANGUAGE_NAMES.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={currentLanguage() === value}
            onClick={() => void chooseLanguage(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </main>
  );
}
