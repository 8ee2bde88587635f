import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

/** Tests that take many minutes: `npm run test:long`. */
export default defineConfig({
  plugins: config.plugins ?? [],
  test: { include: ['server/test/long/**/*.long.ts'], reporters: ['verbose'] },
})
