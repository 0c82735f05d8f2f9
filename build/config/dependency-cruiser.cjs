/** Who may import whom: the drawing of the house, checked. See "The house" in docs/architecture or README.md. */

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const anyOfOurs = '^(main|renderer|shared|tests|build)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one subject or want a third.', {}, { circular: true }),
    forbid('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid('nothing-imports-tests', 'What ships never depends on tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
    forbid(
      'nothing-that-ships-imports-build',
      'Set-up scripts are not part of the program.',
      { path: '^(main|renderer|shared)/' },
      { path: '^build/' },
    ),
    forbid(
      'ships-no-dev-dependency',
      'What ships lists its packages under dependencies.',
      { path: '^(main|renderer|shared)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/electron/' },
    ),
    forbid(
      'no-undeclared-package',
      'A package that package.json does not name. (The start shim has a package.json of its own.)',
      { pathNot: '^build/electron-shim/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),

    // shared: pure TypeScript used by both sides.
    forbid(
      'shared-knows-nothing-of-ours',
      'shared runs in both processes.',
      { path: '^shared/' },
      { path: anyOfOurs, pathNot: '^shared/' },
    ),
    forbid(
      'shared-uses-pure-packages-only',
      'shared carries no package that needs Node or a window.',
      { path: '^shared/' },
      {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|date-fns|@date-fns/tz|markdown-it|pinyin-pro|to-jyutping)/',
      },
    ),
    forbid(
      'no-node-outside-main',
      'Neither shared nor the window has Node.',
      { path: '^(shared|renderer)/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'no-electron-outside-main',
      'Neither shared nor the window has Electron.',
      { path: '^(shared|renderer)/' },
      { path: '(^|node_modules/)electron(/|$)' },
    ),
    forbid(
      'dates-in-one-place',
      'Only shared/dates.ts computes dates.',
      { pathNot: ['^shared/dates\\.ts$', 'node_modules/'] },
      { path: 'node_modules/(date-fns|@date-fns/tz)/' },
    ),

    // main: ipc → services → storage; only index.ts wires.
    forbid('main-knows-shared-only', 'The window is reached through IPC.', { path: '^main/' }, { path: '^renderer/' }),
    forbid(
      'preload-knows-shared-ipc-only',
      'The preload script is the contract and nothing else.',
      { path: '^main/preload/' },
      { path: anyOfOurs, pathNot: ['^main/preload/', '^shared/ipc/'] },
    ),
    forbid(
      'nothing-imports-preload',
      'The preload script is bundled alone.',
      { pathNot: ['^main/preload/', '^tests/'] },
      { path: '^main/preload/' },
    ),
    forbid(
      'nothing-imports-the-wiring',
      'main/index.ts only wires things together.',
      {},
      { path: '^main/index\\.ts$' },
    ),
    forbid(
      'services-never-ipc',
      'A use case does not know who asked.',
      { path: '^main/(services|search|storage|sync|export)/' },
      { path: '^main/(ipc|windows)/' },
    ),
    forbid(
      'storage-knows-shared-only',
      'The store is at the bottom.',
      { path: '^main/storage/' },
      { path: '^main/(services|search|sync|export)/' },
    ),
    forbid(
      'search-serves-services',
      'The index is made of records as they stand in the store; what is done with it is a service.',
      { path: '^main/search/' },
      { path: '^main/', pathNot: '^main/(search|storage/(seal|disk)|storage/(pace|snapshot))' },
    ),
    forbid(
      'ipc-goes-through-services',
      'A channel handler is thin: it may name the types of the store, not use it.',
      { path: '^main/ipc/' },
      { path: '^main/storage/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'lowdb-in-storage-only',
      'Only main/storage knows how records are kept.',
      { pathNot: ['^main/storage/', '^tests/((unit/main|integration)/storage|bench/store)/', 'node_modules/'] },
      { path: 'node_modules/(lowdb|steno)/' },
    ),

    // renderer
    forbid(
      'renderer-knows-shared-only',
      'The window reaches main through IPC.',
      { path: '^renderer/' },
      { path: '^main/' },
    ),
    forbid(
      'features-meet-at-the-door',
      'A feature uses another through its index.ts only.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.tsx?$'] },
    ),
    forbid(
      'app-enters-features-by-the-door',
      'The shell uses a feature through its index.ts only.',
      { path: '^renderer/(app/|main\\.tsx)' },
      { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/index\\.tsx?$' },
    ),
    forbid(
      'ui-knows-no-feature',
      'Shared parts serve every feature alike.',
      { path: '^renderer/ui/' },
      { path: '^renderer/(features|app)/' },
    ),
    forbid(
      'lib-knows-no-screen',
      'lib is below ui and features.',
      { path: '^renderer/lib/' },
      { path: '^renderer/(features|ui|app)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist|\\.cache|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
