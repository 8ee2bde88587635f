import { defineConfig } from 'vitest/config'

/** Tests run remark as it ships: its development build is several times slower and stops at asserts. */
const modulesAsShipped = {
  name: 'modules-as-shipped',
  configResolved({ ssr }: { ssr: { resolve?: { conditions?: string[] } } }): void {
    const conditions = ssr.resolve?.conditions ?? []
    const index = conditions.indexOf('development|production')
    if (index >= 0) conditions.splice(index, 1)
  },
}

/** Tests that put something else in place of a module, and so may not share modules with the others. */
const mocking = ['server/test/cli/full-disk.test.ts']

export default defineConfig({
  plugins: [modulesAsShipped],
  test: {
    projects: [
      // Modules hold no state that changes, so files may share them: loading remark for each costs as much as its tests.
      {
        extends: true,
        test: { name: 'shared', include: ['server/test/**/*.test.ts'], exclude: mocking, isolate: false },
      },
      { extends: true, test: { name: 'mocking', include: mocking } },
    ],
    // A property over thousands of texts takes seconds when both cores are busy.
    testTimeout: 60_000,
    reporters: ['dot', ['json', { outputFile: 'test-artifacts/vitest.json' }]],
  },
})
