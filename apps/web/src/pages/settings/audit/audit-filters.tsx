import { useDebouncedCallback } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionFilter } from './action-filter';
import type { AuditFilter } from './audit-query';

const PAUSE_MS = 250;

interface Props {
  readonly filters: Readonly<Record<AuditFilter, string>>;
  readonly onChange: (name: AuditFilter, value: string) => void;
}

/** Narrows the audit trail to a person, an action, and days. */
export function AuditFilters({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const onPerson = useDebouncedCallback((person: string) => onChange('person', person.trim()), PAUSE_MS);
  return (
    <>
      <div className="settings-filter">
        <label htmlFor={`${id}-person`}>{t('audit.person')}</label>
        <input
          id={`${id}-person`}
          type="search"
          defaultValue={filters.person}
          maxLength={100}
          onChange={({ currentTarget }) => onPerson(currentTarget.value)}
        />
      </div>
      <ActionFilter value={filters.action} onChange={(action) => onChange('action', action)} />
      {(['first', 'last'] as const).map((name) => (
        <div key={name} className="settings-filter">
          <label htmlFor={`${id}-${name}`}>{t(name === 'first' ? 'audit.from' : 'audit.to')}</label>
          <input
            id={`${id}-${name}`}
            type="date"
            value={filters[name]}
            onChange={({ currentTarget }) => onChange(name, currentTarget.value)}
          />
        </div>
      ))}
    </>
  );
}
