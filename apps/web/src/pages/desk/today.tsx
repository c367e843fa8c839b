import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Answer } from '../../api/get';
import { ActButton } from '../../parts/act-button';
import { Empty } from '../../parts/empty';
import { formatNumber } from '../../parts/format';
import type { Tap } from '../../parts/visits/tap-queue';
import { timeIn } from '../../parts/zone';

type Day = Answer<'/api/v1/labs/{id}/visits'>;
type Visit = Day['items'][number];

const SHOWN = 30;

interface Props {
  readonly day: Day;
  readonly waiting: readonly Tap[];
  readonly mayCount: boolean;
}

/** The visits of today: how many, by public and purpose, and the list with its undo. */
export function Today({ day, waiting, mayCount }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const known = new Set<string>(day.items.map(({ id }) => id));
  const unsent = waiting.reduce(
    (sum, tap) => sum + (tap.kind === 'visit' && !known.has(tap.key) ? tap.body.people : 0),
    0,
  );
  return (
    <section className="desk-today" aria-labelledby={heading}>
      <h2 id={heading}>{t('desk.today')}</h2>
      <p className="desk-total">
        <b className="figures">{formatNumber(day.people + unsent)}</b>{' '}
        {t('desk.people', { count: day.people + unsent })}
      </p>
      {day.visits > 0 && (
        <div className="desk-sums">
          <Sums
            title={t('desk.byPublic')}
            sums={day.byPublic.map(({ public: of, people }) => ({ name: t(`visits.publics.${of}`), people }))}
          />
          <Sums
            title={t('desk.byPurpose')}
            sums={day.byPurpose.map(({ purpose, people }) => ({
              name: t(`visits.purposes.${purpose}`),
              people,
            }))}
          />
        </div>
      )}
      {day.items.length === 0 ? (
        <Empty title={t('desk.none')}>
          <p>{t('desk.noneCure')}</p>
        </Empty>
      ) : (
        <ul className="desk-list" aria-label={t('desk.list')}>
          {day.items.slice(0, SHOWN).map((visit) => (
            <Row key={visit.id} day={day} visit={visit} mayUndo={mayCount} />
          ))}
        </ul>
      )}
      {day.items.length > SHOWN && <p className="quiet">{t('desk.more', { count: SHOWN })}</p>}
    </section>
  );
}

function Sums({ title, sums }: { title: string; sums: readonly { name: string; people: number }[] }) {
  const most = Math.max(1, ...sums.map(({ people }) => people));
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {[...sums]
          .sort((a, b) => b.people - a.people)
          .map(({ name, people }) => (
            <li key={name}>
              <span>{name}</span>
              <meter min={0} max={most} value={people} aria-hidden="true" />
              <b className="figures">{formatNumber(people)}</b>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Row({ day: { labId, timeZone }, visit, mayUndo }: { day: Day; visit: Visit; mayUndo: boolean }) {
  const { t } = useTranslation();
  const { id, at, people, purpose, memberName, kioskName, undoneAt } = visit;
  const time = timeIn(at, timeZone);
  const who = memberName ?? t(`visits.publics.${visit.public}`);
  const details = [
    t(`visits.purposes.${purpose}`),
    people > 1 && t('desk.peopleOf', { count: people }),
    kioskName && t('desk.byKiosk', { name: kioskName }),
  ];
  return (
    <li data-undone={undoneAt !== null || undefined}>
      <span className="figures">{time}</span>
      <span className="typed">
        <b>{who}</b> <span className="quiet">{details.filter(Boolean).join(' · ')}</span>
      </span>
      {undoneAt !== null && <span className="quiet">{t('desk.undone')}</span>}
      {undoneAt === null && mayUndo && (
        <ActButton
          label={t('desk.undo')}
          aria-label={t('desk.undoOf', { who, time })}
          size="compact-sm"
          act={() =>
            content(
              api.DELETE('/api/v1/labs/{id}/visits/{visitId}', {
                params: { path: { id: labId, visitId: id } },
              }),
            )
          }
          touches={[['/api/v1/labs/{id}/visits', { id: labId }]]}
        />
      )}
    </li>
  );
}
