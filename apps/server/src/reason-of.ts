/**
 * What a network error says of its cause. A name with several addresses, such as localhost, fails with one error an
 * address and no message of its own.
 */
export function reasonOf(error: Error): string {
  const causes = error instanceof AggregateError ? (error.errors as Error[]).map(reasonOf) : [];
  const { code } = error as NodeJS.ErrnoException;
  return error.message || causes.join('; ') || code || error.name;
}
