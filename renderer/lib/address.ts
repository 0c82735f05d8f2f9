import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Answers an address that asks for something once, `/trips?new` or `/follow-ups?open=…`: runs the handler with the value
 * ('' when it has none) and takes the request out of the address, so that going back does not ask again.
 */
export function useRequestInAddress(name: string, handler: (value: string) => void): void {
  const [params, setParams] = useSearchParams();
  const value = params.get(name);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (value === null) return;
    latest.current(value);
    setParams(
      (current) => {
        const rest = new URLSearchParams(current);
        rest.delete(name);
        return rest;
      },
      { replace: true },
    );
  }, [name, value, setParams]);
}
