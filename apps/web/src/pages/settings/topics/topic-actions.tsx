import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { DialogButton } from '../../../parts/dialog-button';
import { formatMoment } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { nameIn } from '../name-in';
import { TopicForm } from './topic-form';

const TOUCHES = ['/api/v1/topics'] as const;

/** Changes a topic, retires it, or makes it available again. Planned sessions keep a retired topic: it is said how many. */
export function TopicActions({ topic }: { topic: Schemas['Topic'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const name = nameIn(topic);
  const params = { path: { id: topic.id } };
  const restore = () => content(api.POST('/api/v1/topics/{id}/restore', { params }));
  const retirement = useChange(
    () => content(api.POST('/api/v1/topics/{id}/retire', { params })),
    TOUCHES,
    ({ sessionsToCome: count, nextSessionAt: at }) =>
      toast(
        count === 0 || at === null
          ? t('topics.retiredDone', { name })
          : t('topics.retiredKept', { name, count, at: formatMoment(at) }),
        { act: restore, touches: TOUCHES },
      ),
  );
  const restoring = useChange(restore, TOUCHES, () => toast(t('topics.restoredDone', { name })));
  const isRetired = topic.retiredAt !== null;
  const act = isRetired ? restoring : retirement;
  const label = t(isRetired ? 'settings.restore' : 'settings.retire');
  return (
    <div className="row row-end">
      <DialogButton label={t('settings.change')} title={t('settings.changeOf', { name })}>
        {(close) => <TopicForm topic={topic} onDone={close} />}
      </DialogButton>
      <Button
        variant="default"
        className="touch"
        aria-label={`${label} – ${name}`}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        {label}
      </Button>
      {act.isError && <ProblemAlert error={act.error} />}
    </div>
  );
}
