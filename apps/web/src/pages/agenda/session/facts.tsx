import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDuration, formatEuros } from '../../../parts/format';
import { Notice } from '../../../parts/notice';
import { timeIn } from '../../../parts/zone';
import { useKinds } from '../../members/kinds';
import { wholeDay } from '../days';
import { Places } from '../places';
import type { LabSession } from '../session';
import { StandingBadge } from '../standing-badge';
import { useLinkNames, useThingNames } from './names';

/** When, where, with whom and for whom a session is. */
export function Facts({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  const { nameOf } = useKinds();
  const things = useThingNames(session);
  const links = useLinkNames(session);
  const { from, until, timeZone, day, kind, audience, isPublic, priceCents, inductionKind } = session;
  const seconds = (Date.parse(until) - Date.parse(from)) / 1000;
  const { description, cancelledReason, opening, state, labName, trainerName } = session;
  return (
    <section className="agenda-facts" aria-label={t('agenda.facts.label')}>
      <p className="agenda-when">
        <span>{wholeDay(day)}</span>{' '}
        <b className="figures">
          {timeIn(from, timeZone)}–{timeIn(until, timeZone)}
        </b>{' '}
        <span className="quiet">{formatDuration(seconds)}</span>
      </p>
      <p className="agenda-marks">
        <StandingBadge session={session} /> <Places session={session} />
      </p>
      {state === 'planned' && opening !== 'open' && <Notice title={t(`agenda.openings.${opening}Long`)} />}
      {cancelledReason && (
        <Notice tone="bad" title={t('agenda.facts.cancelled', { reason: cancelledReason })} />
      )}
      <dl className="agenda-list">
        <Fact term={t('agenda.kind')}>{t(`lab-session.kinds.${kind}`)}</Fact>
        <Fact term={t('agenda.trainer')}>{trainerName || t('agenda.facts.erased')}</Fact>
        <Fact term={t('agenda.facts.where')}>{[labName, ...things].join(' · ')}</Fact>
        <Fact term={t('agenda.form.audience')}>
          {t(`lab-session.audiences.${audience}`)}
          {isPublic && ` · ${t('agenda.facts.public')}`}
        </Fact>
        {links.map(({ term, name, to }) => (
          <Fact key={term} term={t(`agenda.form.${term}`)}>
            {to ? <Link to={to}>{name}</Link> : name}
          </Fact>
        ))}
        {inductionKind && <Fact term={t('agenda.form.induction')}>{nameOf(inductionKind)}</Fact>}
        <Fact term={t('agenda.facts.price')}>
          {priceCents === 0 ? t('agenda.facts.free') : formatEuros(priceCents)}
        </Fact>
      </dl>
      {description && <p className="wrapped">{description}</p>}
    </section>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd className="typed">{children}</dd>
  </div>
);
