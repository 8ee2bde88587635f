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

export default defineConfig({
  plugins: [modulesAsShipped],
  test: {
    include: ['server/test/**/*.test.ts'],
    // A property over thousands of texts takes seconds when both cores are busy.
    testTimeout: 60_000,
    reporters: ['dot', ['json', { outputFile: 'test-artifacts/vitest.json' }]],
  },
})
