import { addWords } from '../../i18n/add-words';
import * as members from '../members/words';
import * as machines from '../settings/machines/words';
import * as spools from '../spools/words';

// The forms of other pages that the assistant shows, with their texts.
addWords('members', members);
addWords('spools', spools);
addWords('machines', machines);

export { Invitation } from '../members/invitation';
export { MemberForm } from '../members/member-form';
export { default as FirstLab } from '../settings/labs/first-lab';
export { AddSpool } from '../spools/add-spool';
