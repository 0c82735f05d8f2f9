import { describe, expect, it } from '@jest/globals';
import { whyNotAnAddress } from '@renderer/features/sync/why-not-an-address';

describe('why an address was not taken', () => {
  it.each([
    ['http://sync.example/office', 'plain-http'],
    ['http://10.0.0.4:5984/office', 'plain-http'],
    ['https://may:secret@sync.example/office', 'holds-secret'],
    ['https://sync.example', 'no-space'],
    ['https://sync.example//', 'no-space'],
    ['http://localhost:5984', 'no-space'],
    ['sync.example', 'no-space'],
    ['https://sync.example/office?x=1', 'too-much'],
    ['ftp://sync.example/office', 'not-an-address'],
    ['our server', 'not-an-address'],
    ['', 'not-an-address'],
  ])('%s: %s', (typed, why) => {
    expect(whyNotAnAddress(typed)).toBe(why);
  });
});
