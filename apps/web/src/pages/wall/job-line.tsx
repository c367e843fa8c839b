import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOwnerName } from './queries';

interface Props {
  readonly label: string;
  readonly jobId: string;
  readonly fileName: string;
  readonly memberId: string;
  readonly labId: string;
}

/** A job by its file, and its owner if the reader may know the owner. */
export const JobLine = memo(function JobLine({ label, jobId, fileName, memberId, labId }: Props) {
  const { t } = useTranslation();
  const owner = useOwnerName(memberId, labId);
  return (
    <p className="job-line">
      <span className="quiet">{label}</span>{' '}
      <Link to={`/jobs/${jobId}`} className="card-link">
        {fileName}
      </Link>
      {owner && <span> {t('wall.by', { owner })}</span>}
    </p>
  );
});
