import type { Principal, RightsWorld } from './rights-world';

/** One route, who may use it on what belongs to `here` and to the maker, and a request that can succeed. */
export interface Right {
  readonly may: readonly Principal[];
  /** Values of the path's parameters, made again after each request that was allowed: it may have used something up. */
  readonly params?: (
    world: RightsWorld,
  ) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  readonly query?: string | ((world: RightsWorld) => string);
  readonly body?: (world: RightsWorld) => unknown;
  /** Of a list: whose lists hold the maker's job, or the member of `here`; everybody else's must not. */
  readonly shows?: { readonly text: (world: RightsWorld) => string; readonly to: readonly Principal[] };
  /** Why a change is not in the audit trail, or cannot be made here. */
  readonly unrecorded?: string;
  /** An event stream: read up to its first event. */
  readonly stream?: boolean;
}
