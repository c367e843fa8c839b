import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { formatHour } from '../../../parts/format';
import { Swatch } from '../../../parts/wishes/colour-choice';
import { coloursQuery } from '../../../parts/wishes/queries';

/** What its maker chose of a print. */
export function ChosenFacts({ job: { labId, queue } }: { job: Job }) {
  const { t } = useTranslation();
  const { readyBy, dueIsFirm, colour, needsMaker, tags } = queue;
  const hour = readyBy && formatHour(readyBy, Date.now());
  const facts = [
    {
      label: t('choices.readyBy'),
      value: hour
        ? t(dueIsFirm ? 'choices.readyByFirm' : 'choices.readyByWish', { hour })
        : t('choices.none'),
    },
    { label: t('choices.colour'), value: <Colour labId={labId} colour={colour} /> },
    {
      label: t('choices.presence'),
      value: t(needsMaker ? 'choices.presenceHere' : 'choices.presenceAlone'),
    },
    ...(tags.length > 0 ? [{ label: t('choices.tags'), value: tags.join(', ') }] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Colour({ labId, colour }: { labId: string; colour: string | null }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...coloursQuery(labId, ''), enabled: colour !== null });
  if (colour === null) return t('choices.anyColour');
  const swatch = data?.items.find((each) => each.colour === colour)?.swatch ?? null;
  return (
    <span className="chosen-colour">
      <Swatch swatch={swatch} /> {colour}
    </span>
  );
}
