import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumArguments, requireChromium } from '../../scripts/lib/chromium.mjs'
import { artifactsFolder } from '../../scripts/lib/paths.mjs'

export default defineConfig({
  testDir: 'page',
  outputDir: join(artifactsFolder, 'page'),
  // Each worker runs a server, an extension host and a browser of its own: more of them than one for each two cores only
  // make each other late.
  workers: 1,
  // A machine with other work takes a minute to start VS Code; one that is free waits for nothing.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  // VS Code loses a hover, a colour or a key now and then on a machine with other work. A mistake of ours fails twice; what
  // passed at the second try only is listed as flaky.
  retries: 1,
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: join(artifactsFolder, 'playwright.json') }]],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // Recording costs about as much as the test; `--trace on` asks for it.
    trace: 'off',
    launchOptions: { executablePath: await requireChromium(), args: [...chromiumArguments()] },
  },
})
