import type { AuditWords } from '../../platform/audit/audit-words';

export const bookingsAudit = {
  'booking-feed.created': { en: 'Calendar address created', fr: 'Adresse d’agenda créée' },
  'booking-feed.revoked': { en: 'Calendar address revoked', fr: 'Adresse d’agenda révoquée' },
  'booking.cancelled': { en: 'Booking cancelled', fr: 'Réservation annulée' },
  'booking.made': { en: 'Machine booked', fr: 'Machine réservée' },
  'lab.booking-rules-changed': { en: 'Rules of bookings changed', fr: 'Règles de réservation modifiées' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof bookingsAudit, true> {}
}
