import { useTranslation } from 'react-i18next';
import { hasXml, type Paper } from './paper';
import './file-links.css';

/** The PDF of a document, and its electronic invoice; a draft has its preview. */
export function FileLinks({ paper }: { paper: Pick<Paper, 'id' | 'kind' | 'number'> }) {
  const { t } = useTranslation();
  const { id, kind, number } = paper;
  const name = `${t(`documents.kinds.${kind}`)} ${number ?? ''}`.trim();
  const base = `/api/v1/documents/${id}`;
  return (
    <span className="file-links whole-words">
      <a href={number ? `${base}/file/pdf` : `${base}/preview.pdf`} target="_blank" rel="noopener">
        PDF<span className="sr-only"> – {t('documents.newTab', { name })}</span>
      </a>
      {number && hasXml(kind) && (
        <a href={`${base}/file/xml`} target="_blank" rel="noopener">
          XML<span className="sr-only"> – {t('documents.newTab', { name })}</span>
        </a>
      )}
    </span>
  );
}
