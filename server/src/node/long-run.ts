import { setV8Flag } from './v8-flag'

/**
 * To be called before a program in which people type. What a version of a document is made of lives until the next version:
 * from that V8 concludes that it lives long and makes some of it old at once, and what is old holds all that is young
 * until the whole heap is collected. Each collection of the young would then move two versions that nobody needs.
 */
export function prepareLongRun(): void {
  setV8Flag('--no-allocation-site-pretenuring')
}
