import { describe, expect, it } from '@jest/globals';
import { couchAddress } from '../../../../../../main/sync/transports/couch/address';

describe('the address of a space', () => {
  it.each([
    ['https://couch.office.example/delegations', 'https://couch.office.example'],
    ['  https://couch.office.example:6984/delegations/ ', 'https://couch.office.example:6984'],
    ['http://localhost:5984/couch/db/delegations', 'http://localhost:5984/couch/db'],
  ])('is a database behind a server: %s', (text, server) => {
    expect(couchAddress(text)).toEqual({ server, space: `${server}/delegations` });
  });

  it('may have a name with a slash', () => {
    expect(couchAddress('https://couch.example/trips%2F2026')?.space).toBe('https://couch.example/trips%2F2026');
  });

  it.each([
    'delegations',
    'https://couch.office.example',
    'https://couch.office.example/',
    'https://couch.office.example/_users',
    'https://couch.office.example/Delegations',
    'https://couch.office.example/%E0%A4%A',
    'ftp://couch.office.example/delegations',
    'file:///delegations',
    'https://chan@couch.office.example/delegations',
    'https://chan:secret@couch.office.example/delegations',
    'https://couch.office.example/delegations?x=1',
    'https://couch.office.example/delegations#_all_docs',
  ])('is not: %s', (text) => {
    expect(couchAddress(text)).toBeNull();
  });
});
