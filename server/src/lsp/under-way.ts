import type { MessageStrategy } from 'vscode-languageserver'
import { Message, RAL } from './library'

/** What a connection is at work on. */
export interface UnderWay {
  /** By which the connection handles each message. */
  readonly strategy: MessageStrategy
  /** Settles when requests that are being handled have been answered, all or those of a method; or when it takes too long. */
  answered(method?: string): Promise<void>
  /** The same for all that has been sent, as far as the transport has handed it over. */
  served(): Promise<void>
}

/** Milliseconds: some requests are held until there is something to answer, and a disk may never do. */
const LONGEST = 2000

export function followMessages(): UnderWay {
  const requests = new Map<Promise<void>, string>()
  let handled = 0

  async function allAnswered(method?: string): Promise<void> {
    const those = [...requests].filter(([, one]) => method === undefined || one === method)
    await Promise.all(those.map(([answering]) => answering))
  }

  async function allServed(): Promise<void> {
    for (let before = -1; before !== handled; ) {
      before = handled
      // A message is read in one turn, and handled in the next.
      for (let turn = 0; turn < 3; turn++) await nextTurn()
      await allAnswered()
    }
  }

  return {
    strategy: {
      handleMessage(message, next) {
        handled++
        const handling = next(message)
        if (!Message.isRequest(message) || !(handling instanceof Promise)) return handling
        const answering = handling.catch(() => undefined).finally(() => requests.delete(answering))
        requests.set(answering, message.method)
        return handling
      },
    },
    answered: (method) => inTime(allAnswered(method)),
    served: () => inTime(allServed()),
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let stop: () => void = () => undefined
  const late = new Promise<void>((resolve) => {
    const timer = RAL().timer.setTimeout(resolve, LONGEST)
    stop = () => timer.dispose()
  })
  await Promise.race([work, late])
  stop()
}

function nextTurn(): Promise<void> {
  return new Promise((turn) => void RAL().timer.setImmediate(turn))
}
