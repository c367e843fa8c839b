/** The outage of a service that others need: reports once that it began, and once that it is over. */
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
