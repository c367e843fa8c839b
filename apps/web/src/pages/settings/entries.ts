import { type ComponentType, lazy } from 'react';
import type { Me } from '../../api/queries';
import type { PageIconName } from '../../design/page-icon';
import { ACCOUNTANTS, holds, LAB_STAFF, type Role } from '../../frame/rights';
import type { fr } from './words';

/** The settings are shown under what they are about. */
export const TOPICS = ['labs', 'people', 'money', 'service'] as const;
export type Topic = (typeof TOPICS)[number];

/** One page of the settings. Its folder under pages/settings has its name. */
export interface SettingsEntry {
  readonly name: keyof (typeof fr)['pages'];
  readonly topic: Topic;
  readonly icon: PageIconName;
  /** The roles that may open it. */
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

/** Every page of the settings, in the order in which they are shown. A new page is one entry here, and its folder. */
export const SETTINGS: readonly SettingsEntry[] = [
  {
    ...{ name: 'labs', topic: 'labs', icon: 'building-community', roles: ['administrator'] },
    page: lazy(() => import('./labs/labs-page')),
  },
  {
    ...{ name: 'kinds', topic: 'labs', icon: 'tool', roles: ['trainer', ...LAB_STAFF] },
    page: lazy(() => import('./kinds/kinds-page')),
  },
  {
    ...{ name: 'profiles', topic: 'labs', icon: 'cpu', roles: LAB_STAFF },
    page: lazy(() => import('./profiles/profiles-page')),
  },
  {
    ...{ name: 'filaments', topic: 'labs', icon: 'droplet', roles: LAB_STAFF },
    page: lazy(() => import('./filaments/filaments-page')),
  },
  {
    ...{ name: 'categories', topic: 'people', icon: 'tags', roles: ['billing', ...LAB_STAFF] },
    page: lazy(() => import('./categories/categories-page')),
  },
  {
    ...{ name: 'accounts', topic: 'people', icon: 'shield-lock', roles: ['administrator'] },
    page: lazy(() => import('./accounts/accounts-page')),
  },
  {
    ...{ name: 'tokens', topic: 'people', icon: 'key', roles: ['administrator'] },
    page: lazy(() => import('./tokens/tokens-page')),
  },
  {
    ...{ name: 'health', topic: 'service', icon: 'heartbeat', roles: ['administrator'] },
    page: lazy(() => import('./health/health-page')),
  },
  {
    ...{ name: 'mail', topic: 'service', icon: 'mail', roles: ['administrator'] },
    page: lazy(() => import('./mail/mail-page')),
  },
  {
    ...{ name: 'failed-steps', topic: 'service', icon: 'alert-triangle', roles: ['administrator'] },
    page: lazy(() => import('./failed-steps/failed-steps-page')),
  },
  {
    ...{ name: 'audit', topic: 'service', icon: 'history', roles: ['administrator'] },
    page: lazy(() => import('./audit/audit-page')),
  },
  {
    ...{ name: 'machines', topic: 'labs', icon: 'printer', roles: ['manager', 'administrator'] },
    page: lazy(() => import('./machines/machines-page')),
  },
  {
    ...{ name: 'hours', topic: 'labs', icon: 'calendar-event', roles: LAB_STAFF },
    page: lazy(() => import('./hours/hours-page')),
  },
  {
    ...{ name: 'kiosks', topic: 'labs', icon: 'device-desktop', roles: LAB_STAFF },
    page: lazy(() => import('./kiosks/kiosks-page')),
  },
  {
    ...{ name: 'accuracy', topic: 'labs', icon: 'target', roles: LAB_STAFF },
    page: lazy(() => import('./accuracy/accuracy-page')),
  },
  {
    ...{ name: 'queue-rules', topic: 'labs', icon: 'adjustments', roles: LAB_STAFF },
    page: lazy(() => import('./queue-rules/queue-page')),
  },
  {
    ...{ name: 'approval', topic: 'labs', icon: 'shield-check', roles: LAB_STAFF },
    page: lazy(() => import('./approval/approval-page')),
  },
  {
    ...{ name: 'groups', topic: 'people', icon: 'school', roles: ['manager', 'billing', 'administrator'] },
    page: lazy(() => import('./groups/groups-page')),
  },
  {
    ...{ name: 'partners', topic: 'people', icon: 'map-pin' },
    roles: ['trainer', 'manager', 'billing', 'administrator'],
    page: lazy(() => import('./partners/partners-page')),
  },
  {
    ...{ name: 'seller', topic: 'money', icon: 'file-invoice', roles: ['billing', 'administrator'] },
    page: lazy(() => import('./seller/seller-page')),
  },
  {
    ...{
      name: 'tariffs',
      topic: 'money',
      icon: 'calculator',
      roles: ['manager', 'billing', 'administrator'],
    },
    page: lazy(() => import('./tariffs/tariffs-page')),
  },
  {
    ...{ name: 'charging', topic: 'money', icon: 'coins' },
    roles: ['manager', 'billing', 'administrator'],
    page: lazy(() => import('./charging/charging-page')),
  },
  {
    ...{ name: 'organisations', topic: 'money', icon: 'building' },
    roles: ['manager', 'billing', 'administrator'],
    page: lazy(() => import('./organisations/organisations-page')),
  },
  {
    ...{ name: 'catalogue', topic: 'money', icon: 'package', roles: ACCOUNTANTS },
    page: lazy(() => import('./catalogue/catalogue-page')),
  },
  {
    ...{ name: 'numbering', topic: 'money', icon: 'id', roles: ACCOUNTANTS },
    page: lazy(() => import('./numbering/numbering-page')),
  },
  {
    ...{ name: 'book-accounts', topic: 'money', icon: 'calculator', roles: ACCOUNTANTS },
    page: lazy(() => import('./book-accounts/book-accounts-page')),
  },
  {
    ...{ name: 'reminders', topic: 'money', icon: 'mail', roles: ACCOUNTANTS },
    page: lazy(() => import('./reminders/reminders-page')),
  },
  {
    ...{ name: 'verification', topic: 'money', icon: 'circle-check', roles: ACCOUNTANTS },
    page: lazy(() => import('./verification/verification-page')),
  },
];

/** The pages of the settings that this person may open. */
export const settingsOf = (me: Me): readonly SettingsEntry[] =>
  SETTINGS.filter(({ roles }) => holds(me, ...roles));
