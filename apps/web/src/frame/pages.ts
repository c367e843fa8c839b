import { type ComponentType, lazy } from 'react';
import type { Me } from '../api/queries';
import type { IconName } from '../design/icon';
import { later } from './later';
import { ACCOUNTANTS, GUIDES, holds, LAB_STAFF, REPORTERS, type Role, SETTERS, STAFF } from './rights';

/** The navigation follows what people do. */
export const GROUPS = ['make', 'lab', 'people', 'activity', 'money', 'settings'] as const;
type Group = (typeof GROUPS)[number];

export const GROUP_ICONS: Readonly<Record<Group, IconName>> = {
  make: 'upload',
  lab: 'printer',
  people: 'users',
  activity: 'calendar-event',
  money: 'receipt-euro',
  settings: 'settings',
};

type NavKey =
  | 'wall'
  | 'submit'
  | 'jobs'
  | 'slicers'
  | 'sessions'
  | 'queue'
  | 'labJobs'
  | 'spools'
  | 'desk'
  | 'projects'
  | 'members'
  | 'activity'
  | 'reports'
  | 'conventions'
  | 'agenda'
  | 'billing'
  | 'prestations'
  | 'documents'
  | 'payments'
  | 'reminders'
  | 'balances'
  | 'cash'
  | 'closures'
  | 'bank'
  | 'usage'
  | 'memberAccounts'
  | 'settings';

export interface PageEntry {
  readonly path: string;
  readonly group?: Group;
  /** Its label in the navigation; absent when the page is reached from another page. */
  readonly nav?: NavKey;
  readonly icon?: IconName;
  /** The roles that see it in the navigation; absent: every role. */
  readonly roles?: readonly Role[];
  /** It shows the pages below its address itself. */
  readonly isTree?: true;
  readonly page: ComponentType;
}
/** A page of the navigation. */
export type NavPage = PageEntry & { readonly group: Group; readonly nav: NavKey; readonly icon: IconName };

/** Every page, in the order of the navigation. */
export const PAGES: readonly PageEntry[] = [
  {
    ...{ path: '/submit', group: 'make', nav: 'submit', icon: 'upload' },
    page: later(() => import('../pages/submit/submit-page')),
  },
  {
    ...{ path: '/jobs', group: 'make', nav: 'jobs', icon: 'cube-3d-sphere' },
    page: later(() => import('../pages/jobs/my-jobs-page')),
  },
  {
    ...{ path: '/slicers', group: 'make', nav: 'slicers', icon: 'plug-connected' },
    page: later(() => import('../pages/slicers/slicers-page')),
  },
  {
    ...{ path: '/sessions', group: 'make', nav: 'sessions', icon: 'calendar-event' },
    page: later(() => import('../pages/sessions/sessions-page')),
  },
  {
    ...{ path: '/', group: 'lab', nav: 'wall', icon: 'printer' },
    page: lazy(() => import('../pages/wall/wall-page')),
  },
  {
    ...{ path: '/queue', group: 'lab', nav: 'queue', icon: 'list-numbers' },
    roles: LAB_STAFF,
    page: later(() => import('../pages/queue/queue-page')),
  },
  {
    ...{ path: '/lab-jobs', group: 'lab', nav: 'labJobs', icon: 'list-details' },
    roles: LAB_STAFF,
    page: later(() => import('../pages/jobs/lab-jobs-page')),
  },
  {
    ...{ path: '/spools', group: 'lab', nav: 'spools', icon: 'package' },
    roles: LAB_STAFF,
    page: later(() => import('../pages/spools/spools-page')),
  },
  {
    ...{ path: '/desk', group: 'people', nav: 'desk', icon: 'door-enter' },
    roles: STAFF,
    page: later(() => import('../pages/desk/desk-page')),
  },
  {
    ...{ path: '/members', group: 'people', nav: 'members', icon: 'users' },
    roles: STAFF,
    page: later(() => import('../pages/members/members-page')),
  },
  {
    ...{ path: '/projects', group: 'people', nav: 'projects', icon: 'puzzle' },
    roles: STAFF,
    page: later(() => import('../pages/projects/projects-page')),
  },
  {
    ...{ path: '/activity', group: 'activity', nav: 'activity', icon: 'chart-bar' },
    roles: REPORTERS,
    page: later(() => import('../pages/activity/activity-page')),
  },
  {
    ...{ path: '/reports', group: 'activity', nav: 'reports', icon: 'report-analytics' },
    roles: REPORTERS,
    page: later(() => import('../pages/reports/reports-page')),
  },
  {
    ...{ path: '/conventions', group: 'activity', nav: 'conventions', icon: 'signature' },
    roles: REPORTERS,
    page: later(() => import('../pages/conventions/conventions-page')),
  },
  {
    ...{ path: '/agenda', group: 'activity', nav: 'agenda', icon: 'calendar-week' },
    roles: GUIDES,
    page: later(() => import('../pages/agenda/agenda-page')),
  },
  {
    ...{ path: '/billing', group: 'money', nav: 'billing', icon: 'layout-grid' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/billing/billing-page')),
  },
  {
    ...{ path: '/prestations', group: 'money', nav: 'prestations', icon: 'receipt-euro' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/prestations/prestations-page')),
  },
  {
    ...{ path: '/documents', group: 'money', nav: 'documents', icon: 'file-invoice' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/documents/documents-page')),
  },
  {
    ...{ path: '/billing/payments', group: 'money', nav: 'payments', icon: 'coins' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/payments/payments-page')),
  },
  {
    ...{ path: '/billing/reminders', group: 'money', nav: 'reminders', icon: 'mail' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/due-reminders/reminders-page')),
  },
  {
    ...{ path: '/billing/balances', group: 'money', nav: 'balances', icon: 'scale' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/balances/balances-page')),
  },
  {
    ...{ path: '/billing/cash', group: 'money', nav: 'cash', icon: 'calculator' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/cash/cash-page')),
  },
  {
    ...{ path: '/billing/closures', group: 'money', nav: 'closures', icon: 'lock' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/closures/closures-page')),
  },
  {
    ...{ path: '/billing/bank', group: 'money', nav: 'bank', icon: 'building-bank' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/bank/bank-page')),
  },
  {
    ...{ path: '/usage', group: 'money', nav: 'usage', icon: 'list-check' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/usage/usage-page')),
  },
  {
    ...{ path: '/member-accounts', group: 'money', nav: 'memberAccounts', icon: 'wallet' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/member-accounts/member-accounts-page')),
  },
  {
    // Its pages register themselves in pages/settings/entries.ts.
    ...{ path: '/settings', isTree: true, group: 'settings', nav: 'settings', icon: 'settings' },
    roles: SETTERS,
    page: later(() => import('../pages/settings/settings-page')),
  },
  { path: '/jobs/:id', group: 'make', page: later(() => import('../pages/jobs/job-page')) },
  // A slicer opens it, when a person presses “Request” there.
  { path: '/slicers/:id', group: 'make', page: later(() => import('../pages/slicers/request-page')) },
  {
    ...{ path: '/projects/:id', group: 'people' },
    roles: STAFF,
    page: later(() => import('../pages/projects/project-page')),
  },
  { path: '/machines/:id', group: 'lab', page: later(() => import('../pages/machine/machine-page')) },
  {
    // The administrator's first hour, until the installation is done.
    ...{ path: '/start', roles: ['administrator'] },
    page: later(() => import('../pages/start/start-page')),
  },
  // All parts of the pages, for those who develop them.
  { path: '/design', page: later(() => import('../pages/design/design-page')) },
  { path: '/notices', page: later(() => import('../pages/notices/notices-page')) },
  { path: '/account', page: later(() => import('../pages/account/account-page')) },
  {
    ...{ path: '/reports/:id', group: 'activity' },
    roles: REPORTERS,
    page: later(() => import('../pages/reports/report-page')),
  },
  {
    ...{ path: '/conventions/:id', group: 'activity' },
    roles: REPORTERS,
    page: later(() => import('../pages/conventions/convention-page')),
  },
  {
    ...{ path: '/agenda/:id', group: 'activity' },
    roles: GUIDES,
    page: later(() => import('../pages/agenda/session/session-page')),
  },
  {
    ...{ path: '/billing/exports', group: 'money' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/billing/exports-page')),
  },
  {
    ...{ path: '/prestations/:id', group: 'money' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/prestations/prestation-page')),
  },
  {
    ...{ path: '/member-accounts/:id', group: 'money' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/member-accounts/member-account-page')),
  },
  // A member's own prepaid account.
  { path: '/balance', page: later(() => import('../pages/balance/balance-page')) },
  {
    ...{ path: '/documents/:id', group: 'money' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/documents/document-page')),
  },
  {
    ...{ path: '/billing/payments/:id', group: 'money' },
    roles: ACCOUNTANTS,
    page: later(() => import('../pages/payments/payment-page')),
  },
];

const isNavPage = (page: PageEntry): page is NavPage => page.nav !== undefined;

/** The pages that the navigation offers to a person. */
export const offeredTo = (me: Me): readonly NavPage[] =>
  PAGES.filter(isNavPage).filter(({ roles }) => !roles || holds(me, ...roles));

const firstStep = (path: string): string => path.split('/')[1] ?? '';
const isBelow = (pathname: string, path: string): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);

/** The page of the navigation that one is in: the one whose address is the longest part of this one. */
function navPageAt(pathname: string): PageEntry | undefined {
  // The wall leads to the machines.
  const at = firstStep(pathname) === 'machines' ? '/' : pathname;
  const above = PAGES.filter(({ nav, path }) => nav && isBelow(at, path));
  return above.sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whether an address is this page of the navigation or one below it, as `/jobs/17` is below `/jobs`. */
export const isInside = (pathname: string, page: PageEntry): boolean => navPageAt(pathname) === page;

/** The group of the page with this address. */
export const groupOf = (pathname: string): Group | undefined => navPageAt(pathname)?.group;
