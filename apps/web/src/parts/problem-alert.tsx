import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { Button } from './button';
import { Notice } from './notice';

/** What happened and what to do about it, read out immediately; with a retry button when a retry can help. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { what, cure, fields } = asProblem(error);
  return (
    <Notice tone="bad" role="alert" title={what}>
      <p>{cure}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, message }) => (
            <li key={path + message}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
      {retry && <Button onClick={retry}>{t('problem.retry')}</Button>}
    </Notice>
  );
}
