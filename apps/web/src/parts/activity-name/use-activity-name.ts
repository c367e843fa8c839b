import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';

addWords('activity-name', { fr, en });

/** The name of an activity that the seller's settings tax; the seller's own word where it is no usual one. */
export function useActivityName(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (code) => {
      const key = `activity-name.${code}`;
      return i18n.exists(key) ? t(key as 'activity-name.video') : code;
    },
    [t, i18n],
  );
}
