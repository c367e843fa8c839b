import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { Thumbnail } from '../../parts/file/thumbnail';

/** The picture of the part beside the name of its file, which leads to the job. */
export const JobName = ({
  job: { id, fileName, thumbnails },
}: {
  job: Pick<Job, 'id' | 'fileName' | 'thumbnails'>;
}) => (
  <span className="job-name">
    <Thumbnail pictures={thumbnails} width={56} alt="" />
    <Link to={`/jobs/${id}`} className="whole-row anywhere">
      {fileName}
    </Link>
  </span>
);
