/** A piece of snippet syntax: an escape, a variable, a mirror, a choice, or a tab stop with text. */
const PIECE =
  /\\(?<escaped>[\\$},|])|\$(?<variable>[A-Z_]+)|\$\{(?<mirror>\d+)\}|\$\{(?<chooser>\d+)\|(?<choices>(?:\\.|[^|\\])*)\|\}|\$\{(?<stop>\d+):(?<text>(?:\\.|[^}\\])*)\}/g

/**
 * The text of a snippet as an editor inserts it on a day, first choices chosen.
 *
 * @param typed what is typed at tab stops, by number
 */
export function expand(
  snippet: string,
  today: string,
  typed: ReadonlyMap<number, string> = new Map(),
): string {
  const [year = '', month = '', date = ''] = today.split('-')
  const variables = new Map([
    ['CURRENT_YEAR', year],
    ['CURRENT_MONTH', month],
    ['CURRENT_DATE', date],
  ])
  const texts = new Map(typed)
  return snippet.replace(PIECE, (...parts) => {
    const { escaped, variable, mirror, chooser, choices, stop, text } = parts.at(-1)
    if (escaped !== undefined) return escaped
    if (variable !== undefined) return variables.get(variable) ?? `<unknown ${variable}>`
    if (mirror !== undefined) return texts.get(Number(mirror)) ?? '<nothing to repeat>'
    const number = Number(chooser ?? stop)
    const given = chooser === undefined ? text : /^(?:\\.|[^,\\])*/.exec(choices)?.[0]
    if (!texts.has(number)) texts.set(number, String(given).replace(/\\(.)/g, '$1'))
    return texts.get(number) ?? ''
  })
}

/** Numbers of the tab stops in the order of the text. */
export function stopsOf(snippet: string): readonly number[] {
  return [...snippet.matchAll(PIECE)].flatMap(({ groups }) => {
    const number = groups?.stop ?? groups?.chooser ?? groups?.mirror
    return number === undefined ? [] : [Number(number)]
  })
}
