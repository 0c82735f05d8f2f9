import { useEffect, useState } from 'react';

/** Counts down the seconds that the next try has to wait. */
export function useWait(first: number): [seconds: number, wait: (seconds: number) => void] {
  const [until, setUntil] = useState(() => performance.now() + first * 1000);
  const [seconds, setSeconds] = useState(first);
  useEffect(() => {
    const look = (): void => setSeconds(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    look();
    const timer = setInterval(look, 200);
    return () => clearInterval(timer);
  }, [until]);
  return [
    seconds,
    (next) => {
      setUntil(performance.now() + next * 1000);
      setSeconds(next);
    },
  ];
}
