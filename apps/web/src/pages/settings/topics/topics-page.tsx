import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { topicLevelValues } from '../../../api/schema';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SearchField } from '../../../parts/table/search-field';
import { TickFilter } from '../../../parts/table/tick-filter';
import { SettingsFrame } from '../settings-frame';
import { matching } from './matching';
import { TopicForm } from './topic-form';
import { TopicLevel } from './topic-level';
import { en, fr } from './words';
import '../../../parts/table/table.css';
import './topics.css';
import '../../../parts/lab-session/add-session-words';

addWords('topics', { fr, en });

/** The catalogue of what the labs teach, in three levels. */
export default function TopicsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [withRetired, setRetired] = useState(false);
  const topics = useQuery(get('/api/v1/topics', { query: { retired: 'true' } }));
  const all = topics.data?.items ?? [];
  const shown = matching(all, search, withRetired);
  const add = (
    <DialogButton variant="filled" label={t('topics.add')}>
      {(close) => <TopicForm onDone={close} />}
    </DialogButton>
  );
  return (
    <SettingsFrame name="topics" actions={add}>
      <p className="settings-intro">{t('topics.intro')}</p>
      <div className="list-tools">
        <SearchField label={t('topics.search')} search={search} onSearch={setSearch} />
        <TickFilter label={t('topics.withRetired')} isOn={withRetired} onChange={setRetired} />
        <p className="list-count" role="status">
          {topics.data && t('topics.found', { count: shown.length })}
        </p>
      </div>
      {topics.isPending && <Loading />}
      {topics.isError && <ProblemAlert error={topics.error} retry={() => void topics.refetch()} />}
      {topics.data && shown.length === 0 && (
        <Empty title={t(all.length === 0 ? 'topics.none' : 'topics.noneFound')}>
          <p>{t(all.length === 0 ? 'topics.noneCure' : 'topics.noneFoundCure')}</p>
        </Empty>
      )}
      {topicLevelValues.map((level) => (
        <TopicLevel key={level} level={level} topics={shown.filter((topic) => topic.level === level)} />
      ))}
    </SettingsFrame>
  );
}
