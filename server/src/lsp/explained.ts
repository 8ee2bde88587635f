import { Refused } from '../core/text/refused'
import { requestFailed } from './errors'

/** An answer; what is refused is a failed request with the reason, for a person. */
export async function explained<T>(answer: () => Promise<T>): Promise<T> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof Refused) throw requestFailed(error.message)
    throw error
  }
}
