import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { changedFields } from './values';

/** The values before and after, unfolded on request, with where the request came from. */
export function EntryValues({ entry }: { entry: Schemas['AuditEntry'] }) {
  const { t } = useTranslation();
  const fields = changedFields(entry);
  return (
    <details className="audit-details">
      <summary>{t('audit.show')}</summary>
      <div className="settings-stack typed">
        {fields.length === 0 && <span className="quiet">{t('audit.noValues')}</span>}
        <dl className="audit-values">
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{t(`audit.fields.${field}`, { defaultValue: field })}</dt>
              <dd>
                {before !== undefined && (
                  <span>
                    <span className="quiet">{t('audit.before')}</span> <Value value={before} />
                  </span>
                )}
                {after !== undefined && (
                  <span>
                    {before !== undefined && <span className="quiet">{t('audit.after')}</span>}{' '}
                    <Value value={after} />
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {entry.address && <span className="quiet">{t('audit.address', { address: entry.address })}</span>}
        {entry.subject.id && <span className="quiet">{t('audit.reference', { id: entry.subject.id })}</span>}
      </div>
    </details>
  );
}

/** A recorded value as people read it. */
function Value({ value }: { value: unknown }) {
  const { t } = useTranslation();
  if (value === null || value === '') return <>–</>;
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>;
  if (Array.isArray(value) && value.every(isGrant))
    return <>{value.map(({ role }) => t(`roles.${role}`, { defaultValue: role })).join(', ') || '–'}</>;
  return <>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</>;
}

const isGrant = (value: unknown): value is { readonly role: string } =>
  typeof value === 'object' && value !== null && 'role' in value && typeof value.role === 'string';
