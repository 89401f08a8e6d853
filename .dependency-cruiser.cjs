/** The floors of the house (docs: the map in README): a room imports only from floors below its own. */
const FLOORS = [
  ['base'],
  ['access', 'storyboard', 'storage', 'task', 'media'],
  ['engine', 'asset'],
  ['plan', 'live', 'bundle', 'paper'],
  ['stage', 'production', 'upload', 'share'],
  ['project'],
  ['runner'],
]
/** The words stores use when they say that a row changed lie below the stores. */
const GROUND = '^lib/live/publish\\.ts$'
const TEST = '\\.(i|s3)?test\\.tsx?$'

const roomsFrom = (floor) => FLOORS.slice(floor).flat().join('|')

const floors = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `floor-${floor + 1}-${room}`,
    comment: `lib/${room} is on floor ${floor + 1} and imports only from floors below`,
    severity: 'error',
    from: { path: `^lib/${room}/`, pathNot: [TEST, GROUND] },
    to: { path: `^lib/(${roomsFrom(floor)})/`, pathNot: [`^lib/${room}/`, GROUND] },
  })),
)

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'ground',
      comment: 'the words of live events are on floor 1',
      severity: 'error',
      from: { path: GROUND },
      to: { path: `^lib/(${roomsFrom(1)})/`, pathNot: GROUND },
    },
    {
      name: 'lib-knows-no-pages',
      comment: 'lib works without React, Next and the pages',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/|(^|/)node_modules/(next|next-intl|react|react-dom)/' },
    },
    {
      name: 'components-know-no-routes',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'components/ui could serve any product',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TEST },
      to: { path: '^(lib|components)/', pathNot: '^components/ui/' },
    },
    {
      name: 'a-key-has-a-name',
      comment: 'keys are offered as commands, so that the palette and the list of keys know them',
      severity: 'error',
      from: { path: '^components/', pathNot: ['^components/palette/use-commands\\.ts$', TEST] },
      to: { path: '^components/shell/use-shortcuts\\.ts$' },
    },
    {
      name: 'only-stores-speak-prisma',
      severity: 'error',
      from: {
        path: '^(lib|app|components|server)',
        pathNot: ['(^|/)store\\.ts$', '^lib/base/(db\\.ts|prisma/)', TEST],
      },
      to: { path: '^lib/base/prisma/|node_modules/@prisma/client' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(lib|app|components|server\\.ts)', pathNot: TEST },
      to: { path: `^tests/|${TEST}` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^lib/base/prisma/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
