import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { artifactsFolder } from '../../../scripts/lib/paths.mjs'
import common from '../playwright.config'

/** Tests that take many minutes: `npm run test:large`. */
export default defineConfig({
  ...common,
  testDir: '.',
  timeout: 1_800_000,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: join(artifactsFolder, 'playwright-large.json') }]],
})
