import { useTranslation } from 'react-i18next';
import type { Upload } from './queries';
import type { Sending } from './sendings';
import { isUnderWay } from './use-sendings';
import type { Done } from './use-submit';

interface Props {
  readonly items: readonly Sending[];
  readonly uploads: readonly Upload[];
  readonly done: readonly Done[];
}

/** Announces changes of the lists to screen readers. Always rendered: an element added later would not be read out. */
export function Announcements({ items, uploads, done }: Props) {
  const { t } = useTranslation();
  return (
    <div className="sr-only" role="status" aria-atomic={false}>
      {items.map((sending) => (
        <p key={sending.id}>
          {sending.file.name}:{' '}
          {isUnderWay(sending) ? t('submit.underWay') : t(`submit.status.${sending.status}`)}
        </p>
      ))}
      {uploads.map(({ id, fileName, state }) => (
        <p key={id}>
          {fileName}: {t(`submit.state.${state}`)}
        </p>
      ))}
      {done.map(({ fileName, answer: { batchId, jobs } }) => (
        <p key={batchId}>
          {fileName}: {t('submit.sent', { count: jobs.length })}
        </p>
      ))}
    </div>
  );
}
