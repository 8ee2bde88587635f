import { serveWorker } from '../../../src/node/serve-worker'

/** What a test wants of a thread. */
export type Wish =
  | { readonly do: 'say'; readonly what: string }
  | { readonly do: 'throw'; readonly what: string }
  | { readonly do: 'die'; readonly code: number }
  | { readonly do: 'fall' }
  | { readonly do: 'answer with a function' }
  | { readonly do: 'count' }

let asked = 0

serveWorker(async (wish: Wish): Promise<unknown> => {
  asked++
  switch (wish.do) {
    case 'say':
      return wish.what
    case 'throw':
      throw new TypeError(wish.what)
    case 'die':
      return process.exit(wish.code)
    case 'fall':
      queueMicrotask(() => {
        throw new Error('fell')
      })
      return new Promise(() => undefined)
    case 'answer with a function':
      return () => undefined
    case 'count':
      return asked
  }
})
