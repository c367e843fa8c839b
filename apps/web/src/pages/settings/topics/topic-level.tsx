import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatDuration, formatEuros } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import { useKinds } from '../../members/kinds';
import { nameIn } from '../name-in';
import { SettingsSection } from '../settings-section';
import { TopicActions } from './topic-actions';

type Topic = Schemas['Topic'];

interface Props {
  readonly level: Topic['level'];
  readonly topics: readonly Topic[];
}

/** The topics of one level. */
export function TopicLevel({ level, topics }: Props) {
  const { t } = useTranslation();
  if (topics.length === 0) return null;
  return (
    <SettingsSection title={t(`lab-session.levels.${level}`)}>
      <p className="quiet">{t(`topics.about.${level}`)}</p>
      <ul className="topics-list">
        {topics.map((topic) => (
          <Row key={topic.id} topic={topic} />
        ))}
      </ul>
    </SettingsSection>
  );
}

function Row({ topic }: { topic: Topic }) {
  const { t } = useTranslation();
  const { nameOf } = useKinds();
  const { lengthMinutes, capacity, priceCents, inductionKind, audiences, retiredAt } = topic;
  const facts = [
    formatDuration(lengthMinutes * 60),
    t('topics.places', { count: capacity }),
    priceCents === 0 ? t('topics.free') : formatEuros(priceCents),
    ...(audiences.length > 0
      ? [audiences.map((each) => t(`lab-session.audiences.${each}`).toLowerCase()).join(', ')]
      : []),
    ...(inductionKind ? [t('topics.gives', { kind: nameOf(inductionKind) })] : []),
  ];
  return (
    <li>
      <div>
        <b className="typed">{nameIn(topic)}</b>
        {retiredAt && <StateBadge tone="neutral">{t('topics.retired')}</StateBadge>}
        <span className="quiet">{facts.join(' · ')}</span>
      </div>
      <TopicActions topic={topic} />
    </li>
  );
}
