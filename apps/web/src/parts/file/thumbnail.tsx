import './file.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';

interface Props {
  /** The narrowest first. */
  readonly pictures: Job['thumbnails'];
  /** Of the place, in pixels of the page. */
  readonly width: number;
  /** Empty where the name stands beside it. */
  readonly alt: string;
}

/** The picture that the slicer put into the file. */
export function Thumbnail({ pictures, width, alt }: Props) {
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const wanted = width * window.devicePixelRatio;
  const picture = pictures.find((each) => each.width >= wanted) ?? pictures.at(-1);
  if (!picture || hasFailed)
    return (
      <span className="thumbnail" style={{ width, height: width }} aria-hidden={alt === ''}>
        {alt && t('file.noPicture')}
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
