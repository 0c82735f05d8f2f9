import i18next from 'eslint-plugin-i18next';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint-house-rules.mjs';

const sources = ['**/*.{ts,tsx,mjs,cjs,js}'];

const forbiddenSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings instead of an enum.' },
  {
    selector: 'TSAsExpression > TSAsExpression',
    message: 'A double assertion hides a wrong type: parse or narrow instead.',
  },
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'An empty catch hides failures: handle it, or return a Result.',
  },
];
const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' },
];

/** What is shown is often named so in an object: a column's head, a notification, a command. */
const shownProperty = 'Property[key.name=/^(label|title|message|placeholder|description|header|hint|tooltip|legend)$/]';
const noWords = [
  `${shownProperty} > Literal.value[value=/[A-Za-z]{2}/]`,
  `${shownProperty} > TemplateLiteral.value > TemplateElement[value.raw=/[A-Za-z]{2}/]`,
  `${shownProperty} > ConditionalExpression.value > Literal[value=/[A-Za-z]{2}/]`,
].map((selector) => ({ selector, message: 'Every visible word comes from renderer/locales through i18next.' }));

const dateFns = {
  group: ['date-fns', 'date-fns/*', '@date-fns/*', 'dayjs', 'dayjs/*'],
  message: 'Only shared/dates.ts computes dates; import from @shared/dates.',
};
const lowdb = { group: ['lowdb', 'lowdb/*', 'steno'], message: 'Only main/storage knows how records are kept.' };

export default defineConfig(
  globalIgnores(['out/**', 'dist/**', '.cache/**', 'coverage/**', 'assets/**', 'tests/fixtures/**']),
  {
    files: sources,
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house: houseRules },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/file-name': 'error',
      'house/described-suppression': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-restricted-syntax': ['error', ...forbiddenSyntax, ...noDefaultExport],
      'no-restricted-imports': ['error', { patterns: [dateFns, lowdb] }],
      'preserve-caught-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A promise given to an event handler in JSX is React's ordinary way.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['shared/dates.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [lowdb] }] },
  },
  {
    files: ['main/storage/**', 'tests/unit/main/storage/**', 'tests/integration/storage/**', 'tests/bench/store/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [dateFns] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax, ...noDefaultExport, ...noWords] },
  },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { i18next },
    rules: {
      'i18next/no-literal-string': [
        'error',
        {
          mode: 'jsx-only',
          'jsx-attributes': {
            include: [
              '^(aria-)?(label|description)$',
              '^aria-(roledescription|valuetext)$',
              '^title$',
              '^alt$',
              '^placeholder$',
              '^error$',
              '^nothingFound',
              'Label$',
            ],
          },
          'jsx-components': { exclude: ['Trans'] },
          words: { exclude: ['[0-9!-/:-@[-`{-~\\s]+', '[·–—…×→←↑↓•]+', '[A-Z_-]+'] },
          message: 'Every visible word comes from renderer/locales through i18next.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.{ts,tsx,mjs}'],
    rules: {
      // A test may assert what the types only promise.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Command-line programs: their console is their screen.
    files: ['build/**', 'tests/bench/**', 'tests/e2e/demo/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // The tools that read these files ask for a default export.
    files: ['build/config/**'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax] },
  },
  {
    // CommonJS, because Electron 25 and dependency-cruiser load these files with require.
    files: ['**/*.cjs', 'build/electron-shim/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Plain JavaScript has no cheap way to say what a parsed JSON file holds.
    files: ['build/**/*.{mjs,cjs,js}', 'tests/bench/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
