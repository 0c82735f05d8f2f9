import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../lib/paths';
import { readPlace, writePlace } from '../../lib/places';

const name = 'last-place';

/** Where the window was when it was last open. */
export function lastPlace(): string {
  const remembered = readPlace(name);
  return remembered?.startsWith('/') && remembered !== '/' ? remembered : paths.today;
}

/** Remembers each place that is gone to. */
export function useRememberedPlace(): void {
  const { pathname } = useLocation();
  useEffect(() => writePlace(name, pathname), [pathname]);
}
