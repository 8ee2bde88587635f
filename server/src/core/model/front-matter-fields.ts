import { isMap, isScalar, parseDocument } from 'yaml'
import type { FrontMatterFacts } from '../markdown/facts'
import type { FoundField } from './found-field'

/** Longer front matter is data, no head. */
const LONGEST = 20_000

/** The top-level scalars of YAML front matter. What is no YAML has none. */
export function frontMatterFields(facts: FrontMatterFacts, start: number): FoundField[] {
  if (facts.value.length > LONGEST) return []
  const base = start + facts.valueOffset
  const map = parse(facts.value)
  if (!isMap(map)) return []
  return map.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return []
    if (value !== null && !isScalar(value)) return []
    const [keyStart, keyEnd] = key.range
    const colon = facts.value.indexOf(':', keyEnd)
    const [from, to] = value?.range ?? [colon + 1, colon + 1]
    const quoted = value?.type === 'QUOTE_DOUBLE' || value?.type === 'QUOTE_SINGLE' ? 1 : 0
    const shown = value === null || value.value === null ? '' : (value.source ?? String(value.value))
    const valueSpan = { start: base + from + quoted, end: base + to - quoted }
    return [
      {
        label: String(key.value),
        value: shown.trim(),
        form: 'frontMatter' as const,
        span: { start: base + keyStart, end: base + Math.max(to, colon + 1) },
        labelSpan: { start: base + keyStart, end: base + keyEnd },
        valueSpan: shown === '' ? emptyValue(facts.value, base, colon + 1) : valueSpan,
      },
    ]
  })
}

function emptyValue(yaml: string, base: number, at: number): { start: number; end: number } {
  const place = base + (yaml[at] === ' ' ? at + 1 : at)
  return { start: place, end: place }
}

/** The parser reports mistakes in the document it returns, and throws only on input that it was not made for. */
function parse(yaml: string): unknown {
  try {
    return parseDocument(yaml, { strict: false, uniqueKeys: false, logLevel: 'silent' }).contents
  } catch {
    return undefined
  }
}
