import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice';
import type { Preview } from './paper';

/** What must be corrected before a draft can be issued, and what a person should know. The server writes both. */
export function DraftNotes({ preview: { flaws, hints } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <>
      {flaws.length > 0 && (
        <Notice tone="bad" title={t('documents.flaws')}>
          <Causes causes={flaws} />
        </Notice>
      )}
      {hints.length > 0 && (
        <Notice title={t('documents.hints')}>
          <Causes causes={hints} />
        </Notice>
      )}
    </>
  );
}

const Causes = ({ causes }: { causes: Preview['flaws'] }) => (
  <ul>
    {causes.map(({ code, what, cure }) => (
      <li key={code + what}>
        {what} {cure}
      </li>
    ))}
  </ul>
);
