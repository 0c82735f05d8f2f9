import { jest } from '@jest/globals';
import { configure } from '@testing-library/react';

// A busy machine is slow, not wrong: what is waited for may take longer than the library's one second.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
