import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visitorPublicValues, visitPurposeValues } from '../../api/schema';
import type { VisitBody, VisitorPublic } from './tap-queue';
import './visits.css';

const MOST_PEOPLE = 500;

/** Counts a visit in two taps: who comes in, then what for. */
export function Counter({ onCount }: { onCount: (visit: VisitBody) => void }) {
  const { t } = useTranslation();
  const [visitor, setVisitor] = useState<VisitorPublic>();
  const [people, setPeople] = useState(1);
  const heading = useId();
  const first = useRef<HTMLButtonElement>(null);
  const hasTapped = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other buttons appear with the choice
  useEffect(() => {
    if (hasTapped.current) first.current?.focus({ preventScroll: true });
  }, [visitor]);
  const choose = (value: VisitorPublic | undefined) => {
    hasTapped.current = true;
    setVisitor(value);
  };
  if (!visitor)
    return (
      <section className="counter" aria-labelledby={heading}>
        <h2 id={heading}>{t('visits.publicTitle')}</h2>
        <div className="counter-keys">
          {visitorPublicValues.map((value, at) => (
            <button key={value} ref={at === 0 ? first : null} type="button" onClick={() => choose(value)}>
              {t(`visits.publics.${value}`)}
            </button>
          ))}
        </div>
      </section>
    );
  return (
    <section className="counter" aria-labelledby={heading}>
      <h2 id={heading}>{t('visits.purposeTitle', { public: t(`visits.publics.${visitor}`) })}</h2>
      <div className="counter-keys" data-step="purpose">
        {visitPurposeValues.map((purpose, at) => (
          <button
            key={purpose}
            ref={at === 0 ? first : null}
            type="button"
            onClick={() => {
              choose(undefined);
              setPeople(1);
              onCount({ public: visitor, purpose, people });
            }}
          >
            {t(`visits.purposes.${purpose}`)}
          </button>
        ))}
      </div>
      <div className="counter-foot">
        <People people={people} onChange={setPeople} />
        <button type="button" className="link-button" onClick={() => choose(undefined)}>
          {t('visits.otherPublic')}
        </button>
      </div>
    </section>
  );
}

function People({ people, onChange }: { people: number; onChange: (people: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const within = (value: number) => Math.min(MOST_PEOPLE, Math.max(1, Math.round(value) || 1));
  return (
    <div className="counter-people">
      <label htmlFor={id}>{t('visits.people')}</label>
      <button
        type="button"
        aria-label={t('visits.fewer')}
        disabled={people <= 1}
        onClick={() => onChange(within(people - 1))}
      >
        −
      </button>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_PEOPLE}
        value={people}
        onChange={({ currentTarget }) => onChange(within(currentTarget.valueAsNumber))}
      />
      <button type="button" aria-label={t('visits.more')} onClick={() => onChange(within(people + 1))}>
        +
      </button>
    </div>
  );
}
