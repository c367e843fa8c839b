import { type NavigateOptions, useLocation, useNavigate, useSearchParams } from 'react-router';

type Change = (before: URLSearchParams) => URLSearchParams;

/** The query with one parameter set, or without it where the value is empty. The others stay. */
export function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

/** The query after the change of a filter: the list begins at its first row. */
export function withFilter(params: URLSearchParams, name: string, value: string): URLSearchParams {
  return withParam(withParam(params, name, value), 'from', '');
}

/**
 * The query of the page's address, and a function that changes it.
 *
 * `setSearchParams` of React Router gives a change the query of the last render: of two changes within one render, which
 * a slow computer makes likely, the first is lost. This one reads the address itself. A change that comes after the
 * person has left the page does nothing.
 */
export function usePageParams(): readonly [
  URLSearchParams,
  (change: Change, options?: NavigateOptions) => void,
] {
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const change = (wanted: Change, options?: NavigateOptions) => {
    if (window.location.pathname !== pathname) return;
    void navigate({ search: wanted(new URLSearchParams(window.location.search)).toString() }, options);
  };
  return [params, change];
}
