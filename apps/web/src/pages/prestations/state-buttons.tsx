import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { type Listed, TOUCHED } from './billing';

type Event = Listed['events'][number];

interface Props {
  readonly prestation: Pick<Listed, 'id' | 'title' | 'events'>;
  /** Only the next step of the work: on a small card. */
  readonly isShort?: boolean;
}

/** Buttons for the steps that staff can record now: the server says which. */
export function StateButtons({ prestation: { id, title, events }, isShort }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const record = (event: Event) =>
    api.POST('/api/v1/prestations/{id}/state', { params: { path: { id } }, body: { event } });
  const change = useChange(record, TOUCHED, () => toast(t('prestations.stateChanged')));
  const forward = events.filter((event) => event !== 'cancel');
  return (
    <>
      <div className="row">
        {(isShort ? forward.slice(0, 1) : forward).map((event) => (
          <Button key={event} isBusy={change.isPending} onClick={() => change.mutate(event)}>
            {t(`prestations.events.${event}`)}
            {isShort && <span className="sr-only"> – {title}</span>}
          </Button>
        ))}
        {!isShort && events.includes('cancel') && (
          <Confirm
            color="red"
            variant="outline"
            label={t('prestations.events.cancel')}
            act={() => record('cancel')}
            touches={TOUCHED}
            onDone={() => toast(t('prestations.stateChanged'))}
          >
            {t('prestations.cancelWhat')}
          </Confirm>
        )}
      </div>
      {change.isError && <ProblemAlert error={change.error} />}
    </>
  );
}
