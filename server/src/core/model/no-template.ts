import type { Template } from '../template/template'

/** Stands where a template is asked for and there is none: it knows no section, no field and no kind. */
export const NO_TEMPLATE: Template = {
  name: '',
  body: '',
  titlePattern: undefined,
  documentId: undefined,
  fields: [],
  sections: [],
  sectionsByName: new Map(),
  kinds: [],
  placeholders: [],
  lifecycle: { values: [], stages: new Map(), synonyms: new Map(), closed: [] },
}
