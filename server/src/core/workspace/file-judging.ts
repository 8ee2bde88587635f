import type { Analysis } from '../analyser'

/** Who wants files to be judged as a folder is read: each is then read once, and what was read of it is let go. */
export interface FileJudging {
  /** Whether a file will be asked for. What is read of others is not kept. */
  isWanted(uri: string): boolean
  /**
   * Told of a wanted file that names nothing of others, as it is judged if no other has its document ID. The rest are judged
   * when they are asked for.
   *
   * @param stands asked when all has been read: whether it is judged the same beside the others
   */
  take(analysis: Analysis, stands: () => boolean): void
  /** Told of a wanted file that is no spec, whatever stands beside it. */
  takeNone(uri: string, text: string): void
}
