// Writes the declarations of the npm package into server/dist/types/, from what `tsc -b server` left in server/out/.
import { join } from 'node:path'
import { copyDeclarations } from './lib/declarations.mjs'
import { root } from './lib/paths.mjs'

const from = join(root, 'server', 'out')
copyDeclarations({ entry: join(from, 'index.d.ts'), from, to: join(root, 'server', 'dist', 'types') })
