import { ApiClient } from '../lib/api-client.mjs';

/** When people can book an appointment with her. */
const WEEK = [
  { weekday: 2, opens: '16:00', closes: '18:00' },
  { weekday: 3, opens: '10:00', closes: '12:00' },
  { weekday: 4, opens: '16:00', closes: '20:00' },
  { weekday: 6, opens: '14:00', closes: '17:00' },
];
const HOURS = { week: WEEK, exceptions: [], slotMinutes: 60, topics: [], daysAhead: 28, noticeHours: 12 };

/**
 * The hours for appointments of a trainer at a lab, as she would set them herself.
 * @param {string} url the server
 * @param {import('./seed-people.mjs').Person} trainer
 * @param {string} labId
 */
export async function seedHours(url, { email, password }, labId) {
  const api = new ApiClient(url);
  await api.login('/api/v1/auth/login', { email, password });
  const { id: accountId } = await api.get('/api/v1/me');
  await api.put(`/api/v1/labs/${labId}/trainer-hours/${accountId}`, { ...HOURS, version: 0 });
}
