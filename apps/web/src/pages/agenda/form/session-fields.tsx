import type { Lab } from '../../../api/queries';
import type { Fields } from '../../../parts/form/form';
import { MoreFields } from './more-fields';
import { ThingsFields } from './things-fields';
import type { Typed } from './typed';
import { WhatFields } from './what-fields';
import { WhenFields } from './when-fields';
import { WhoFields } from './who-fields';

interface Props {
  readonly fields: Fields<Typed>;
  readonly lab: Pick<Lab, 'id' | 'timeZone'>;
  readonly isNew: boolean;
}

/** All fields of a session: what, when, who, with which things, and what fewer sessions need. */
export const SessionFields = ({ fields, lab, isNew }: Props) => (
  <>
    <WhatFields fields={fields} isNew={isNew} />
    <WhenFields fields={fields} zone={lab.timeZone} isNew={isNew} />
    <WhoFields fields={fields} labId={lab.id} />
    <ThingsFields fields={fields} lab={lab} />
    <MoreFields fields={fields} labId={lab.id} />
  </>
);
