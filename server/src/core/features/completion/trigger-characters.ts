/** Characters after which an editor asks for completion by itself, as it shows no quick suggestions in Markdown. */
export const TRIGGER_CHARACTERS: readonly string[] = ['[', '-', '*', '|', ':', '#', '(', '/']
