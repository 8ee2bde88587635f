/**
 * Commands that lenses name. The client registers each under its ID; arguments are as the protocol has them.
 *
 * - `toggleCheckbox` (uri: string, position: Position, mark?: string): ticks or unticks the checkbox of the item at the
 *   position. Without arguments: of the item at the cursor. With the mark of a `SpecNodeBox`: that one and no other.
 * - `moveStatus` (uri: string): tells what the next status of a spec demands, and sets it where nothing is in the way.
 *   Without arguments: of the active document.
 * - `revealPosition` (uri: string, position: Position): puts the cursor there and scrolls it into view.
 */
export const COMMANDS = {
  toggleCheckbox: 'specmark.toggleCheckbox',
  moveStatus: 'specmark.moveStatus',
  revealPosition: 'specmark.revealPosition',
} as const
