import { currentLanguage } from '../../i18n/i18n';
import { useIndicatorName, useNarrowedWords } from '../activity/indicators';
import type { Figure } from './report';

/** The name of a figure with what narrows it; in French as the files have it. */
export function useFigureName(): (figure: Figure) => string {
  const nameOf = useIndicatorName();
  const narrowed = useNarrowedWords();
  return ({ indicator, name, narrowedTo, parameters }) => {
    const isFrench = currentLanguage() === 'fr';
    const words = isFrench ? narrowedTo : narrowed(parameters);
    const shown = isFrench ? name : nameOf(indicator);
    return words ? `${shown} (${words})` : shown;
  };
}
