import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { PageIcon } from '../../design/page-icon';
import { Button } from '../../parts/button';
import { formatEnd } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { BUTTONS } from './use-slicer-name';

interface Props {
  readonly request: Schemas['SlicerRequest'];
  readonly onAnswered: (answer: 'allowed' | 'denied') => void;
  /** The request was answered elsewhere, or is too old. */
  readonly onGone: () => void;
}

/** Which program asks, what it could do, and the two answers. */
export function RequestForm({ request: { id, app, code, expiresAt }, onAnswered, onGone }: Props) {
  const { t } = useTranslation();
  const decide = useChange(
    async (allow: boolean) => {
      const params = { path: { id } };
      await api.POST('/api/v1/slicer-requests/{id}/decision', { params, body: { allow } });
      return allow;
    },
    ['/api/v1/tokens'],
    (allow) => onAnswered(allow ? 'allowed' : 'denied'),
  );
  const now = Date.now();
  const isGone = decide.error instanceof Problem && decide.error.code === 'SLICER.REQUEST_UNKNOWN';
  const answer = (allow: boolean) => decide.mutate(allow, { onError: onGone });
  return (
    <div className="slicers-card request">
      <p>{t('slicers.request.intro', { app, ...BUTTONS })}</p>
      <div className="request-code">
        <p className="quiet">{t('slicers.request.code')}</p>
        <p className="code-to-read">{code}</p>
        <p className="quiet">
          {t('slicers.request.until', { time: formatEnd((Date.parse(expiresAt) - now) / 1000, now) })}
        </p>
      </div>
      <p>{t('slicers.request.may')}</p>
      <Points icon="circle-check" words={[t('slicers.request.maySend'), t('slicers.request.maySee')]} />
      <p>{t('slicers.request.mayNot')}</p>
      <Points icon="x" words={[t('slicers.request.mayNotStart'), t('slicers.request.mayNotAccount')]} />
      {decide.isError && !isGone && <ProblemAlert error={decide.error} />}
      <div className="row">
        <Button look="main" isBusy={decide.isPending} onClick={() => answer(true)}>
          {t('slicers.request.allow')}
        </Button>
        <Button isBusy={decide.isPending} onClick={() => answer(false)}>
          {t('slicers.request.deny')}
        </Button>
      </div>
    </div>
  );
}

const Points = ({ icon, words }: { icon: 'circle-check' | 'x'; words: readonly string[] }) => (
  <ul className="request-points" data-icon={icon}>
    {words.map((word) => (
      <li key={word} className="request-point">
        <PageIcon name={icon} />
        {word}
      </li>
    ))}
  </ul>
);
