import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Packages that ship ES modules only; jest's CommonJS runtime needs them compiled. */
const esmOnly = [
  'lowdb',
  'steno',
  '@tanstack/react-table',
  '@tanstack/table-core',
  '@tanstack/store',
  '@tanstack/react-store',
  'pdfjs-dist',
];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
};

/** @type {import('jest').Config} */
const shared = {
  rootDir: root,
  cacheDirectory: '<rootDir>/.cache/jest',
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '\\.(css|woff2?|png|svg|pdf)(\\?.*)?$': '<rootDir>/build/config/jest-empty-module.cjs',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@main/(.*)$': '<rootDir>/main/$1',
    '^@renderer/(.*)$': '<rootDir>/renderer/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/(out|dist|\\.cache)/'],
  restoreMocks: true,
};

// Tests import describe, it and expect from '@jest/globals', so that no global names need declaring.
/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/unit/renderer/'],
    },
    {
      ...shared,
      displayName: 'unit-renderer',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/support/jsdom-setup.ts'],
      testMatch: ['<rootDir>/tests/unit/renderer/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'integration',
      testEnvironment: 'node',
      testTimeout: 60_000,
      testMatch: ['<rootDir>/tests/integration/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: 'node',
      testTimeout: 180_000,
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
  ],
};
