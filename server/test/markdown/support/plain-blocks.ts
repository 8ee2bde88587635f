import { type Block, cutBlocks } from '../../../src/core/markdown/cut'
import { readPlain } from '../../../src/core/markdown/plain/read-plain'
import { flat, mustBe, oracle } from './same-as-remark'
import { shrunk } from './shrunk'

/** Blocks of a text, without its byte order mark. */
export function blocksOf(text: string): readonly (Block & { readonly source: string })[] {
  const body = text.replace(/^\uFEFF/, '')
  return cutBlocks(body).map((block) => ({ ...block, source: body.slice(block.start, block.end) }))
}

/** Throws where a block that is read without remark says another thing than remark; tells which were read so. */
export function mustReadPlain(text: string): readonly boolean[] {
  return blocksOf(text).map(({ source, kind }) => mustReadBlock(source, kind))
}

/** The same; what is thrown is about the least text that remark reads otherwise. */
export function mustReadPlainOrShrink(text: string): readonly boolean[] {
  try {
    return mustReadPlain(text)
  } catch {
    mustReadPlain(shrunk(text, isReadOtherwise))
    throw new Error(`Read otherwise than remark reads it, but not always: ${JSON.stringify(text)}`)
  }
}

function isReadOtherwise(text: string): boolean {
  try {
    mustReadPlain(text)
    return false
  } catch {
    return true
  }
}

function mustReadBlock(source: string, kind: Block['kind']): boolean {
  const facts = readPlain(source, kind)
  if (facts === undefined) return false
  // After a line, so that a break is no front matter.
  const before = kind === 'frontMatter' ? '' : '\n'
  const { blocks } = oracle(before + source)
  const whole = blocks.map((placed) => ({ ...placed, offset: placed.offset - before.length }))
  mustBe(flat(whole), flat(facts), `${kind}, plain`, source)
  return true
}
