/** Who comes through a lab’s door, as the person at the desk sees it. */
export const VISITOR_PUBLICS = [
  'child',
  'youth',
  'adult',
  'senior',
  'family',
  'school',
  'professional',
] as const;
export type VisitorPublic = (typeof VISITOR_PUBLICS)[number];

export const VISIT_PURPOSES = ['make', 'session', 'computer', 'rights', 'question', 'other'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];
