import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { paths } from '../../lib/paths';
import { readPlace, writePlace } from '../../lib/places';

const name = 'last-place';

/** Goes where the window was when it was last open; to Today the first time. */
export function LastPlace() {
  const remembered = readPlace(name);
  return <Navigate to={remembered?.startsWith('/') && remembered !== '/' ? remembered : paths.today} replace />;
}

/** Remembers each place that is gone to. */
export function useRememberedPlace(): void {
  const { pathname } = useLocation();
  useEffect(() => writePlace(name, pathname), [pathname]);
}
