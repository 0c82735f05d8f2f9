import { resolve } from 'node:path';

// Whole paths, because knip reads <rootDir> as this file's folder; globs want forward slashes on Windows too.
const root = resolve(import.meta.dirname, '../..').replaceAll('\\', '/');

/** Packages that ship ES modules only; jest's CommonJS runtime needs them compiled. */
const esmOnly = [
  'lowdb',
  'steno',
  '@tanstack/react-table',
  '@tanstack/table-core',
  '@tanstack/store',
  '@tanstack/react-store',
  'pdfjs-dist',
  'age-encryption',
  '@noble/ciphers',
  '@noble/curves',
  '@noble/hashes',
  '@noble/post-quantum',
  '@scure/base',
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
  cacheDirectory: `${root}/.cache/jest`,
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '(\\.(css|woff2?|png|svg|pdf)(\\?.*)?|\\?(?:url|worker))$': `${root}/build/config/jest-empty-module.cjs`,
    '^@shared/(.*)$': `${root}/shared/$1`,
    '^@main/(.*)$': `${root}/main/$1`,
    '^@renderer/(.*)$': `${root}/renderer/$1`,
  },
  modulePathIgnorePatterns: [`${root}/(out|dist|\\.cache)/`],
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
      setupFilesAfterEnv: [`${root}/tests/support/steady-properties.ts`],
      testMatch: [`${root}/tests/unit/**/*.test.ts`],
      testPathIgnorePatterns: ['/node_modules/', `${root}/tests/unit/renderer/`],
    },
    {
      ...shared,
      displayName: 'unit-renderer',
      testEnvironment: 'jsdom',
      setupFiles: [`${root}/tests/support/jsdom-setup.ts`],
      setupFilesAfterEnv: [`${root}/tests/support/patient-screens.ts`, `${root}/tests/support/steady-properties.ts`],
      testMatch: [`${root}/tests/unit/renderer/**/*.test.{ts,tsx}`],
    },
    {
      ...shared,
      displayName: 'integration',
      testEnvironment: 'node',
      setupFilesAfterEnv: [`${root}/tests/support/patient-tests.ts`, `${root}/tests/support/steady-properties.ts`],
      testMatch: [`${root}/tests/integration/**/*.test.{ts,tsx}`],
    },
    {
      ...shared,
      displayName: 'crash',
      testEnvironment: 'node',
      setupFilesAfterEnv: [`${root}/tests/support/patient-tests.ts`],
      testMatch: [`${root}/tests/crash/**/*.test.ts`],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: 'node',
      setupFilesAfterEnv: [`${root}/tests/support/patient-tests.ts`],
      testMatch: [`${root}/tests/e2e/**/*.test.ts`],
    },
  ],
};
