import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { type Member, memberQuery } from '../../api/queries';
import { type ChoiceProps, SearchedChoice } from './searched-choice';
import { useChosen, useSearch } from './use-search';

interface Props extends ChoiceProps {
  /** False for a member who cannot be chosen here, such as one who is in the group already. */
  readonly isOffered?: (member: Member) => boolean;
  readonly onChosen?: (member: Member | undefined) => void;
}

const everybody = () => true;

/** A choice of one member among those whom the lab knows. */
export function MemberChoice({ isOffered = everybody, onChosen, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const search = useSearch();
  const found = useQuery({
    ...get('/api/v1/members', { query: search.query }),
    ...{ placeholderData: keepPreviousData },
    select: (all) => {
      const items = all.items.filter(isOffered);
      return { items, total: all.total - (all.items.length - items.length) };
    },
  });
  const [chosen, choose] = useChosen(field.value, found.data?.items);
  const known = useQuery({ ...memberQuery(field.value), enabled: field.value !== '' && !chosen });
  return (
    <SearchedChoice
      label={t('searched-choice.member')}
      searchLabel={t('searched-choice.searchMember')}
      noMatch={t('searched-choice.noMember')}
      {...field}
      search={search}
      found={found}
      nameOf={({ displayName }) => displayName}
      chosen={
        (chosen ?? known.data)?.displayName ??
        (known.isError ? t('searched-choice.unknownMember') : undefined)
      }
      onChange={(event) => {
        onChosen?.(choose(event.currentTarget.value));
        onChange?.(event);
      }}
    />
  );
}
