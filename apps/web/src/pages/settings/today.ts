/** Today as YYYY-MM-DD in Europe/Paris, where the days of accounts begin. */
export const todayInParis = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now());
