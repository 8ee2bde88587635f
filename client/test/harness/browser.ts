import { type Browser, chromium } from '@playwright/test'
import { chromiumArguments, requireChromium } from '../../../scripts/lib/chromium.mjs'

/** Starts the Chromium of this machine, without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await requireChromium(), args: [...chromiumArguments()] })
}
