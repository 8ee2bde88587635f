import { ms, percentile, table } from './table.mjs'
import { typing } from './typing.mjs'

/** Rules that cost less are added up. */
const SHOWN = 12

/**
 * What each rule costs: in the first judgement of a document, and in one after a keystroke in it. What several rules ask
 * of a document is found out once, and counts for the first that asks.
 *
 * @param {typeof import('../server/src/index')} specmark
 * @param {{ text: string, where: RegExp }} target `where` matches the lines that are typed in
 */
export async function ruleTimes({ rules, createSpecService, createNodeHost, TextDocument }, { text, where }) {
  const clock = timed(rules)
  const service = createSpecService(createNodeHost(() => {}))
  const document = TextDocument.create('file:///bench/rules.md', 'markdown', 0, text)
  await service.analyse(document)
  const first = clock.lap()
  const laps = []
  for (const change of typing(document, where)) {
    TextDocument.update(document, [change], document.version + 1)
    await service.analyse(document)
    laps.push(clock.lap())
  }
  clock.stop()
  const costs = rules.map(({ name }) => {
    const sorted = laps.map((lap) => lap.get(name) ?? 0).sort((a, b) => a - b)
    return { name, first: first.get(name) ?? 0, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
  })
  const sorted = costs.sort((a, b) => b.p95 - a.p95)
  const rest = sorted.slice(SHOWN)
  const sum = (/** @type {'first' | 'p50'} */ key) => ms(rest.reduce((all, cost) => all + cost[key], 0))
  return table([
    ['rule', 'first time', 'p50', 'p95'],
    ...sorted.slice(0, SHOWN).map((cost) => [cost.name, ms(cost.first), ms(cost.p50), ms(cost.p95)]),
    [`the other ${rest.length} together`, sum('first'), sum('p50'), ''],
  ])
}

/**
 * Stops the time of each rule, up to its last finding, until `stop` is called.
 *
 * @param {typeof import('../server/src/index').rules} rules
 */
function timed(rules) {
  let times = new Map()
  const checks = rules.map((rule) => rule.check)
  rules.forEach((rule, at) => {
    rule.check = (context, judged) => {
      const before = performance.now()
      const findings = [...(checks[at]?.call(rule, context, judged) ?? [])]
      times.set(rule.name, (times.get(rule.name) ?? 0) + performance.now() - before)
      return findings
    }
  })
  return {
    /** Milliseconds by rule since the last lap. @returns {ReadonlyMap<string, number>} */
    lap() {
      const lap = times
      times = new Map()
      return lap
    },
    stop() {
      rules.forEach((rule, at) => {
        const check = checks[at]
        if (check !== undefined) rule.check = check
      })
    },
  }
}
