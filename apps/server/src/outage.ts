/** Something that others need and that may be away: says once that it is, and once that it is back. */
export class Outage {
  private away = false;

  constructor(
    private readonly sayAway: (reason: string) => void,
    private readonly sayBack: () => void,
  ) {}

  begin(reason: string): void {
    if (this.away) return;
    this.away = true;
    this.sayAway(reason);
  }

  end(): void {
    if (!this.away) return;
    this.away = false;
    this.sayBack();
  }
}
