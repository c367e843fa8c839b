import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../api/queries';
import { coloursQuery } from './queries';

const IS_HEX = /^#[0-9a-f]{6}$/i;

/** The material that a job is printed in, and the chosen colour with its swatch. */
export function Material({ job }: { job: Job }) {
  const { colour } = job.queue;
  const colours = useQuery({ ...coloursQuery(job.labId), enabled: colour !== null });
  const known = colours.data?.items.find((each) => each.colour.toLowerCase() === colour?.toLowerCase());
  const swatch = colour && IS_HEX.test(colour) ? colour : known?.swatch;
  const words = [job.material ?? job.fileMaterial, colour].filter(Boolean).join(' ');
  if (!words) return null;
  return (
    <span className="queue-line queue-material">
      {swatch && <span className="filament-dot" aria-hidden style={{ background: swatch }} />}
      <span className="typed">{words}</span>
    </span>
  );
}
