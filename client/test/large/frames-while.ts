import type { Page } from '@playwright/test'

/** Milliseconds between the frames that the window has drawn meanwhile, ascending. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  const recording = await page.evaluateHandle(() => {
    const recorded = { frames: [] as number[], isOver: false }
    let last = performance.now()
    const look = (now: number) => {
      recorded.frames.push(now - last)
      last = now
      if (!recorded.isOver) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return recorded
  })
  await work()
  const frames = await recording.evaluate((recorded) => {
    recorded.isOver = true
    return recorded.frames
  })
  return frames.slice(1).sort((a, b) => a - b)
}
