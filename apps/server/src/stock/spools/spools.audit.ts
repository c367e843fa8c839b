import type { AuditWords } from '../../platform/audit/audit-words';

export const spoolsAudit = {
  'filament.changed': { en: 'Filament changed', fr: 'Filament modifié' },
  'filament.restored': { en: 'Filament restored', fr: 'Filament rétabli' },
  'filament.retired': { en: 'Filament retired', fr: 'Filament retiré' },
  'filament.made': { en: 'Filament added', fr: 'Filament ajouté' },
  'spool.corrected': { en: 'Weight of a spool corrected', fr: 'Poids d’une bobine corrigé' },
  'spool.received': { en: 'Spool received', fr: 'Bobine reçue' },
  'machine.spool-loaded': { en: 'Spool changed', fr: 'Bobine changée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof spoolsAudit, true> {}
}
