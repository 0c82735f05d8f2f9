import { describe, expect, it } from '@jest/globals';
import { watchIdleness } from '@main/windows/idle-watch';

/** A watch over a computer whose idleness a test sets, in seconds. */
function watch(limit: number | null) {
  const now = { seconds: 0, system: 0 };
  const told: number[] = [];
  const idle = watchIdleness({
    systemIdle: () => now.system,
    limit: () => limit,
    onIdle: () => told.push(now.seconds),
    ticks: () => now.seconds * 1000,
  });
  return {
    idle,
    told,
    /** Lets time pass and looks; the system tells how long nobody has touched anything. */
    at: (seconds: number, system: number) => {
      now.seconds = seconds;
      now.system = system;
      idle.look();
    },
  };
}

describe('idleness', () => {
  it('counts from the last touch of the computer, wherever that was', () => {
    const { at, told } = watch(300);
    at(100, 100);
    at(400, 20);
    at(679, 299);
    expect(told).toEqual([]);
    at(680, 300);
    expect(told).toEqual([680]);
  });

  it('does not count while our own window is used, whatever the system says', () => {
    const { at, idle, told } = watch(300);
    at(290, 290);
    idle.touched();
    at(400, 400);
    expect(told).toEqual([]);
    at(590, 590);
    expect(told).toEqual([590]);
  });

  it('goes by our own window where the system never tells', () => {
    const { at, idle, told } = watch(60);
    at(50, 0);
    idle.touched();
    at(100, 0);
    expect(told).toEqual([]);
    at(110, 0);
    expect(told).toEqual([110]);
  });

  it('is never told when it is not wanted', () => {
    const { at, told } = watch(null);
    at(100_000, 100_000);
    expect(told).toEqual([]);
  });
});
