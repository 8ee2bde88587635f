import type { Template } from './template'

/** Making snippets parses the template: far too slow to do for each completion. */
export function oncePerTemplate<T>(make: (template: Template) => T): (template: Template) => T {
  const made = new WeakMap<Template, T>()
  return (template) => {
    const value = made.get(template) ?? make(template)
    made.set(template, value)
    return value
  }
}
