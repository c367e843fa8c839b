import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useSearch } from '../../parts/searched-choice/use-search';
import type { Named } from '../../parts/visits/use-counting';

const SHOWN = 5;

interface Props {
  readonly onNamed: (named: Named) => void;
  /** The code of a card, scanned or typed into the field. */
  readonly onCode: (code: string) => void;
}

/** Names the member of the next visit: by name, or by the code of a card. */
export function MemberSearch({ onNamed, onCode }: Props) {
  const { t } = useTranslation();
  const { words, setWords, search } = useSearch();
  const found = useQuery({
    ...get('/api/v1/members', { query: { limit: SHOWN, search } }),
    ...{ enabled: search.length > 1, placeholderData: keepPreviousData },
  });
  const members = words.trim() !== '' && search.length > 1 ? (found.data?.items ?? []) : [];
  const choose = (named: Named) => {
    setWords('');
    onNamed(named);
  };
  return (
    <form
      className="desk-member"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = words.trim();
        setWords('');
        const [only, ...others] = typed === search ? members : [];
        if (only && others.length === 0) choose({ memberId: only.id, label: only.displayName });
        else if (typed.length > 3) onCode(typed);
      }}
    >
      <TextInput
        type="search"
        label={t('desk.member')}
        description={t('desk.memberHelp')}
        value={words}
        maxLength={64}
        autoComplete="off"
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {members.length > 0 && (
        <ul aria-label={t('desk.found')}>
          {members.map(({ id, displayName }) => (
            <li key={id}>
              <Button
                variant="default"
                className="touch typed"
                onClick={() => choose({ memberId: id, label: displayName })}
              >
                {displayName}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found.data && search.length > 1 && words.trim() === search && members.length === 0 && (
        <p className="quiet" role="status">
          {t('desk.noMember')}
        </p>
      )}
    </form>
  );
}
