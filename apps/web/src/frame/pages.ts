import { type ComponentType, lazy } from 'react';
import { ACCOUNTANTS, LAB_STAFF, type Role, STAFF } from './rights';

type NavKey = 'wall' | 'submit' | 'jobs' | 'labJobs' | 'spools' | 'members' | 'agents' | 'prestations';

export interface PageEntry {
  readonly path: string;
  /** Its words in the navigation; left out where it is reached from another page. */
  readonly nav?: NavKey;
  /** Who is offered it; everybody where left out. */
  readonly roles?: readonly Role[];
  readonly page: ComponentType;
}

/** Every page, in the order of the navigation. Each is loaded when it is first opened. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', nav: 'wall', page: lazy(() => import('../pages/wall/wall-page')) },
  { path: '/submit', nav: 'submit', page: lazy(() => import('../pages/submit/submit-page')) },
  { path: '/jobs', nav: 'jobs', page: lazy(() => import('../pages/jobs/my-jobs-page')) },
  {
    path: '/lab-jobs',
    nav: 'labJobs',
    roles: LAB_STAFF,
    page: lazy(() => import('../pages/jobs/lab-jobs-page')),
  },
  { path: '/jobs/:id', page: lazy(() => import('../pages/jobs/job-page')) },
  { path: '/machines/:id', page: lazy(() => import('../pages/machine/machine-page')) },
  { path: '/account', page: lazy(() => import('../pages/account/account-page')) },
  {
    path: '/spools',
    nav: 'spools',
    roles: LAB_STAFF,
    page: lazy(() => import('../pages/spools/spools-page')),
  },
  {
    path: '/members',
    nav: 'members',
    roles: STAFF,
    page: lazy(() => import('../pages/members/members-page')),
  },
  {
    path: '/agents',
    nav: 'agents',
    roles: ['administrator'],
    page: lazy(() => import('../pages/agents/agents-page')),
  },
  {
    path: '/prestations',
    nav: 'prestations',
    roles: ACCOUNTANTS,
    page: lazy(() => import('../pages/prestations/prestations-page')),
  },
  {
    path: '/prestations/:id',
    roles: ACCOUNTANTS,
    page: lazy(() => import('../pages/prestations/prestation-page')),
  },
];
