import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Path } from '@/lib/storyboard/problem'

export interface Place {
  from: number
  to: number
}

/** A fault may lie far below what the editor has read by itself. */
const treeOf = (state: EditorState, upTo: number) => ensureSyntaxTree(state, upTo, 1_000) ?? syntaxTree(state)

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'])
const isValue = (node: SyntaxNode): boolean => VALUES.has(node.name)

/** Where in the text a path leads: to the value, or as far as there is one. A wrong name leads to the name. */
export function placeOf(state: EditorState, path: Path, wanted: 'value' | 'name' = 'value'): Place {
  let node = childrenOf(treeOf(state, state.doc.length).topNode).find(isValue)
  let place: Place = { from: 0, to: Math.min(1, state.doc.length) }
  for (const [depth, part] of path.entries()) {
    if (!node) break
    place = headOf(node)
    const isLast = depth === path.length - 1
    if (typeof part === 'number') {
      node = childrenOf(node).filter(isValue)[part]
    } else {
      const property: SyntaxNode | undefined = childrenOf(node).find(
        (child) => child.name === 'Property' && nameOf(state, child) === part,
      )
      const name = property?.firstChild
      if (isLast && wanted === 'name' && name) return { from: name.from, to: name.to }
      node = property && childrenOf(property).find(isValue)
    }
  }
  return node ? headOf(node) : place
}

/** The whole of a plain value; of an object or a list only the bracket it opens with. */
const headOf = (node: SyntaxNode): Place =>
  node.name === 'Object' || node.name === 'Array'
    ? { from: node.from, to: node.from + 1 }
    : { from: node.from, to: node.to }

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

function nameOf(state: EditorState, property: SyntaxNode): string | null {
  const name = property.firstChild
  if (name?.name !== 'PropertyName') return null
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)))
  } catch {
    return null
  }
}

/** The path of the place in the text, for completion: `['scenes', 2, 'camera']`. */
export function pathAt(state: EditorState, at: number): (string | number)[] {
  const path: (string | number)[] = []
  for (let node: SyntaxNode | null = treeOf(state, at).resolveInner(at, -1); node; node = node.parent) {
    if (node.name === 'Property') {
      const name = nameOf(state, node)
      if (name !== null) path.unshift(name)
    } else if (node.parent?.name === 'Array' && isValue(node)) {
      path.unshift(
        childrenOf(node.parent)
          .filter(isValue)
          .findIndex((value) => value.from === node?.from),
      )
    }
  }
  return path
}
