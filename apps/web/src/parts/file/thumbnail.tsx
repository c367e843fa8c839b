import './file.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { Icon } from '../../design/icon';

interface Props {
  /** The narrowest first. */
  readonly pictures: Job['thumbnails'];
  /** The width on the page, in CSS pixels. */
  readonly width: number;
  /** Empty when the name is written next to the picture. */
  readonly alt: string;
}

/** The height of the box in widths: nothing moves when the picture arrives, and it is shown whole. */
const HEIGHT = 3 / 4;

/** The picture of the part: the slicer’s, or the one that the server drew. */
export function Thumbnail({ pictures, width, alt }: Props) {
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const height = Math.round(width * HEIGHT);
  const wanted = width * window.devicePixelRatio;
  const picture = pictures.find((each) => each.width >= wanted) ?? pictures.at(-1);
  if (!picture || hasFailed)
    return (
      <span className="thumbnail" style={{ width, height }} aria-hidden={alt === ''}>
        {alt ? t('file.noPicture') : <Icon name="cube-3d-sphere" />}
      </span>
    );
  return (
    <img
      className="thumbnail"
      src={picture.href}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}
