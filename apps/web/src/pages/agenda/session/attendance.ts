import type { TFunction } from 'i18next';
import { api, content, type Schemas } from '../../../api/client';
import type { Registration } from '../session';

export type Attendance = Schemas['Attendance'];
export type Noted = Schemas['NotedAttendance'];

/** Notes whether a person came, or takes it back; the induction of the session is given in the same step. */
export const noteAttendance = (
  { id }: Pick<Registration, 'id'>,
  attendance: Attendance | null,
  grantInduction: boolean,
): Promise<Noted> =>
  content(
    api.POST('/api/v1/registrations/{id}/attendance', {
      params: { path: { id } },
      body: { attendance, grantInduction },
    }),
  );

/** What became of the induction, in a sentence; undefined where there is nothing to say. */
export function inductionWords(
  t: TFunction,
  { registration, induction }: Noted,
  kind: string,
): string | undefined {
  const said = { name: registration.name ?? '', kind };
  return induction === null ? undefined : t(`agenda.induction.${induction}`, said);
}
