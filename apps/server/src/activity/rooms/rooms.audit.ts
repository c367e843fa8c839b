import type { AuditWords } from '../../platform/audit/audit-words';

export const roomsAudit = {
  'room.changed': { en: 'Room or equipment changed', fr: 'Salle ou équipement modifié' },
  'room.made': { en: 'Room or equipment added', fr: 'Salle ou équipement ajouté' },
  'room.restored': { en: 'Room or equipment restored', fr: 'Salle ou équipement rétabli' },
  'room.retired': { en: 'Room or equipment retired', fr: 'Salle ou équipement retiré' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof roomsAudit, true> {}
}
