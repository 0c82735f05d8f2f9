import { jest } from '@jest/globals';

// Jest reads `testTimeout` for the whole run only, never for one of its projects.
jest.setTimeout(180_000);
