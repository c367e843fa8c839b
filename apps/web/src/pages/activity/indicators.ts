import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { currentLanguage } from '../../i18n/i18n';
import { useActivityName } from '../../parts/activity-name/use-activity-name';
import './add-activity-words';

export type Definition = Schemas['IndicatorDefinition'];
type Parameters = Readonly<Record<string, string>>;

/** The list does not change while the service runs. */
const listed = { ...get('/api/v1/indicators'), staleTime: Number.POSITIVE_INFINITY };

/** The indicators of the service. */
export const useIndicators = () => useQuery(listed);

/** The names of indicators in the reader's language; the code until the list is there. */
export function useIndicatorName(): (code: string) => string {
  const { data } = useIndicators();
  return (code) => {
    const found = data?.items.find((each) => each.code === code);
    return found ? nameOf(found) : code;
  };
}

export const nameOf = ({ nameFr, nameEn }: Definition): string =>
  currentLanguage() === 'fr' ? nameFr : nameEn;

/** Lists of codes that a parameter can have; other parameters are words of the staff, or ids. */
const CODES = {
  public: 'publics',
  purpose: 'purposes',
  kind: 'kinds',
  audience: 'audiences',
  category: 'categories',
} as const;

/** What an indicator is narrowed to, such as “Public : Seniors”; empty where it is not. */
export function useNarrowedWords(): (parameters: Parameters, topicName?: string | null) => string {
  const { t, i18n } = useTranslation();
  const activityName = useActivityName();
  return (parameters, topicName) =>
    Object.entries(parameters)
      .map(([name, value]) => {
        const list = CODES[name as keyof typeof CODES];
        const key = `activity.${list}.${value}`;
        const other = name === 'activity' ? activityName(value) : (topicName ?? value);
        const word = list && i18n.exists(key) ? t(key as 'activity.publics.child') : other;
        return `${t(`activity.parameters.${name as keyof typeof CODES}`)} : ${word}`;
      })
      .join(', ');
}
