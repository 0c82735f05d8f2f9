import { describe, expect, it } from '@jest/globals';
import { standingOf } from '@renderer/features/sync/standing';
import { instant } from '../../../../builders/records';
import { aServer, alone, joined } from './standings';

const at = instant('2026-11-23T10:20:00.000Z');
const since = instant('2026-11-22T10:20:00.000Z');
const refused = { type: 'note', title: 'Call (sample)', why: 'too-large' };

describe('how it stands with the server', () => {
  it('is nothing without one', () => {
    expect(standingOf(alone)).toBeNull();
  });

  it('is never, up to date, or so many waiting', () => {
    expect(standingOf(joined())).toEqual({ kind: 'never' });
    expect(standingOf(joined({ upToDateAt: at }))).toEqual({ kind: 'up-to-date', at });
    expect(standingOf(joined({ upToDateAt: at, waiting: 3 }))).toEqual({ kind: 'waiting', count: 3 });
  });

  it('is not up to date while the server has not taken something', () => {
    expect(standingOf(joined({ upToDateAt: at, heldBack: [refused] }))).toEqual({ kind: 'held-back', count: 1 });
  });

  it('says a trouble before what waits, and tells a server that is away from other troubles', () => {
    const away = { code: 'cannot-reach', reason: 'ENOTFOUND', since };
    expect(standingOf(joined({ upToDateAt: at, waiting: 3, problem: away }))).toEqual({ kind: 'cannot-reach', since });
    expect(standingOf(joined({ problem: { ...away, code: 'not-allowed' } }))).toEqual({ kind: 'trouble', since });
  });

  it('asks for the password before anything else', () => {
    const server = aServer({ needsPassword: true });
    const problem = { code: 'not-signed-in', reason: '', since };
    expect(standingOf(joined({ server, problem, waiting: 3 }))).toEqual({ kind: 'needs-password' });
  });
});
