import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/test/**/*.test.ts'],
    // A property over thousands of texts takes seconds when both cores are busy.
    testTimeout: 60_000,
    reporters: ['dot', ['json', { outputFile: 'test-artifacts/vitest.json' }]],
  },
})
