import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { FilterSelect } from '../filter-select';

const nounOf = (action: string): string => action.replace(/\..*$/, '');

interface Props {
  readonly value: string;
  readonly onChange: (action: string) => void;
}

/** Chooses one action, or all actions on one kind of thing. */
export function ActionFilter({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...get('/api/v1/audit/actions'), staleTime: Number.POSITIVE_INFINITY });
  const actions = data?.items ?? [];
  const nouns = [...new Set(actions.map(({ action }) => nounOf(action)))]
    .map((noun) => ({ noun, thing: t(`audit.things.${noun}`, { defaultValue: noun }) }))
    .sort((a, b) => a.thing.localeCompare(b.thing));
  return (
    // While the actions load, the choice of the address is not an option yet.
    <FilterSelect label={t('audit.action')} value={data ? value : ''} onChange={onChange}>
      <option value="">{t('audit.every')}</option>
      {nouns.map(({ noun, thing }) => (
        <optgroup key={noun} label={thing}>
          <option value={`${noun}.`}>{t('audit.everyOf', { thing })}</option>
          {actions
            .filter(({ action }) => nounOf(action) === noun)
            .map(({ action, what }) => (
              <option key={action} value={action}>
                {what}
              </option>
            ))}
        </optgroup>
      ))}
    </FilterSelect>
  );
}
