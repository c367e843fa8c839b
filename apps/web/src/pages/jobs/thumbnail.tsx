import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';

/** The picture that the slicer put into the file. @param alt empty where the name stands beside it */
export function Thumbnail({ job, width, alt }: { job: Job; width: number; alt: string }) {
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const wanted = width * window.devicePixelRatio;
  const picture = job.thumbnails.find((each) => each.width >= wanted) ?? job.thumbnails.at(-1);
  if (!picture || hasFailed)
    return (
      <span className="thumbnail" style={{ width, height: width }} aria-hidden={alt === ''}>
        {alt && t('jobs.head.noPicture')}
      </span>
    );
  return (
    <img
      className="thumbnail"
      src={picture.href}
      alt={alt}
      width={width}
      height={width}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}
