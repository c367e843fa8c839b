import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, content } from '../api/client';
import { type Me, meQuery } from '../api/queries';
import { useChange } from '../api/use-change';
import { chooseLanguage, currentLanguage, type Language } from '../i18n/i18n';

/** The language of the pages, and a function that sets it: here immediately, and for the account on every computer. */
export function useOwnLanguage() {
  const queries = useQueryClient();
  const { mutate, error } = useChange(
    (language: Language) => content(api.PATCH('/api/v1/me', { body: { language } })),
    [],
    (me: Me) => queries.setQueryData(meQuery.queryKey, me),
  );
  const choose = (language: string) => {
    void chooseLanguage(language as Language);
    mutate(language as Language);
  };
  return { language: currentLanguage(), choose, error };
}

/** Applies the language that was chosen on another computer. */
export function useLanguageOf({ language }: Me): void {
  useEffect(() => {
    if (language && language !== currentLanguage()) void chooseLanguage(language);
  }, [language]);
}
