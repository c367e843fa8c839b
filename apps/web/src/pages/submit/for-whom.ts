/** For whom something is made: oneself, or what the id names. */
export interface ForWhom {
  readonly kind: 'me' | 'member' | 'group' | 'prestation';
  /** Empty for oneself, and until one was chosen. */
  readonly id: string;
}

export const ME: ForWhom = { kind: 'me', id: '' };

/** False while a kind was chosen, and nobody of it: nothing is submitted then, least of all for oneself. */
export const isChosen = ({ kind, id }: ForWhom): boolean => kind === 'me' || id !== '';

/** The same as the service's fields. */
export function fieldsOfWhom({ kind, id }: ForWhom): {
  memberId?: string;
  groupId?: string;
  prestationId?: string;
} {
  if (id === '' || kind === 'me') return {};
  if (kind === 'member') return { memberId: id };
  return kind === 'group' ? { groupId: id } : { prestationId: id };
}
