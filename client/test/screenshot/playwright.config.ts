import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { artifactsFolder } from '../../../scripts/lib/paths.mjs'
import tests from '../playwright.config'

/** Takes the pictures of the documentation, with the editor that the tests run in. */
export default defineConfig({
  ...tests,
  testDir: '.',
  outputDir: join(artifactsFolder, 'screenshot'),
  reporter: 'list',
})
