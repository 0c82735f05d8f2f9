import { describe, expect, it } from '@jest/globals';
import { contract } from '@shared/ipc/contract';

const isTaken = (address: string): boolean => contract['notes:open-link'].input.safeParse({ address }).success;

describe('the address of a link', () => {
  it.each(['https://example.org/a?b=c#d', 'HTTP://example.org', 'mailto:somebody@example.org', 'tel:+85221234567'])(
    '%s is handed to another program',
    (address) => {
      expect(isTaken(address)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'smb://host/share',
    'data:text/html,x',
    ' https://example.org',
    'https://',
    'example.org',
    `https://${'a'.repeat(5000)}`,
  ])('%.40s is refused', (address) => {
    expect(isTaken(address)).toBe(false);
  });
});
