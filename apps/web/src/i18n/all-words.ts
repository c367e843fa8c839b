import * as account from '../pages/account/words';
import * as agents from '../pages/agents/words';
import * as jobs from '../pages/jobs/words';
import * as machine from '../pages/machine/words';
import * as members from '../pages/members/words';
import * as prestations from '../pages/prestations/words';
import * as spools from '../pages/spools/words';
import * as submit from '../pages/submit/words';
import * as wall from '../pages/wall/words';
import * as en from './en';
import * as fr from './fr';

/** Each page's words stand beside it; French decides what there is to say. */
export const words = {
  fr: {
    ...fr.common,
    wall: wall.fr,
    submit: submit.fr,
    jobs: jobs.fr,
    machine: machine.fr,
    spools: spools.fr,
    members: members.fr,
    account: account.fr,
    agents: agents.fr,
    prestations: prestations.fr,
  },
  en: {
    ...en.common,
    wall: wall.en,
    submit: submit.en,
    jobs: jobs.en,
    machine: machine.en,
    spools: spools.en,
    members: members.en,
    account: account.en,
    agents: agents.en,
    prestations: prestations.en,
  },
};
