import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { periodName } from './closure';

interface Props {
  /** `2026-11`, or `2026`. */
  readonly period: string;
  readonly onDone: () => void;
}

/** Asks once more, because a closure is for ever. */
export function CloseForm({ period, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const name = periodName(period);
  return (
    <Form
      initial={{}}
      send={() => content(api.POST('/api/v1/closures', { body: { period } }))}
      touches={['/api/v1/closures']}
      onDone={() => {
        toast(t('closures.month.done', { name }));
        onDone();
      }}
      onCancel={onDone}
      submit={t('closures.month.closeNamed', { name })}
    >
      {() => <p>{t('closures.month.sure', { name })}</p>}
    </Form>
  );
}
