import type { AuditWords } from '../../platform/audit/audit-words';

export const visitsAudit = {
  'kiosk.created': { en: 'Tablet at a door set up', fr: 'Tablette à l’entrée mise en service' },
  'kiosk.revoked': { en: 'Tablet at a door revoked', fr: 'Tablette à l’entrée révoquée' },
  'lab-opening.closed': { en: 'Lab closed', fr: 'Lab fermé' },
  'lab-opening.corrected': { en: 'Hours of a lab corrected', fr: 'Heures d’un lab corrigées' },
  'lab-opening.forgotten': {
    en: 'Lab that was left open closed by the server',
    fr: 'Lab resté ouvert, fermé par le serveur',
  },
  'lab-opening.opened': { en: 'Lab opened', fr: 'Lab ouvert' },
  'visit.undone': { en: 'Counted visit undone', fr: 'Visite comptée annulée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof visitsAudit, true> {}
}
