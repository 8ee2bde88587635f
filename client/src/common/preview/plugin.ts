import type MarkdownIt from 'markdown-it'
import type { PreviewFacts } from '../../../../server/src/lsp/protocol'
import { decorate } from './decorate'

/**
 * Lets markdown-it show what is known of the document that it renders, as far as it says which one that is
 * (`env.currentDocument`, as VS Code does). In the renderer and not in the parser, whose tokens VS Code keeps from one rendering
 * to the next.
 *
 * @param factsOf what is known of a document, by its URI as text; asked once for each rendering
 */
export function addSpecmark(md: MarkdownIt, factsOf: (uri: string) => PreviewFacts | undefined): MarkdownIt {
  const { renderer } = md
  const render = renderer.render.bind(renderer)
  renderer.render = (tokens, options, env) => {
    const uri = documentOf(env)
    const facts = uri === undefined ? undefined : factsOf(uri)
    return render(facts === undefined ? tokens : decorate(tokens, facts, md.utils.escapeHtml), options, env)
  }
  return md
}

function documentOf(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined
  return env.currentDocument ? String(env.currentDocument) : undefined
}
