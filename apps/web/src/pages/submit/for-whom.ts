/** For whom a job is: the submitter, or the member, group or prestation with this id. */
export interface ForWhom {
  readonly kind: 'me' | 'member' | 'group' | 'prestation';
  /** Empty for the submitter, and until a choice is made. */
  readonly id: string;
}

export const ME: ForWhom = { kind: 'me', id: '' };

/** False while only a kind is chosen: nothing can be submitted then, or the job would be for the submitter. */
export const isChosen = ({ kind, id }: ForWhom): boolean => kind === 'me' || id !== '';

/** The choice as fields of the API. */
export function fieldsOfWhom({ kind, id }: ForWhom): {
  memberId?: string;
  groupId?: string;
  prestationId?: string;
} {
  if (id === '' || kind === 'me') return {};
  if (kind === 'member') return { memberId: id };
  return kind === 'group' ? { groupId: id } : { prestationId: id };
}
