/** What is asked of a stream before colours are written to it. */
export type ColourStream = Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>

/**
 * Whether a stream takes colours: what `FORCE_COLOR` says, even for a pipe, else Node's own judgement of a terminal,
 * which knows `TERM` and `NO_COLOR`.
 */
export function takesColour(stream: ColourStream, env: NodeJS.ProcessEnv): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && stream.hasColors()
}
